// Small dense matrices: a copula has a handful of columns.
#include "dbx/seed/correlation.h"

#include <cmath>

namespace dbx::seed {
namespace {

constexpr double kPivotMin = 1e-10;
constexpr int kSweepsMax = 60;
constexpr int kProjectionsMax = 2000;

double absolute(double x) { return x < 0 ? -x : x; }

Matrix minus(Matrix a, const Matrix& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a.size(); ++j) a.at(i, j) -= b.at(i, j);
  }
  return a;
}

// The nearest positive semidefinite matrix: negative eigenvalues become 0.
Matrix onto_semidefinite(const Matrix& matrix) {
  const Eigen eigen = eigen_of(matrix);
  const std::size_t n = matrix.size();
  Matrix out(n);
  for (std::size_t k = 0; k < n; ++k) {
    if (eigen.values[k] <= 0) continue;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        out.at(i, j) += eigen.values[k] * eigen.vectors.at(i, k) * eigen.vectors.at(j, k);
      }
    }
  }
  return out;
}

// Turns rows and columns p, q so that their common cell becomes 0.
void rotate(Matrix& a, Matrix& vectors, std::size_t p, std::size_t q) {
  const double theta = (a.at(q, q) - a.at(p, p)) / (2.0 * a.at(p, q));
  const double tangent =
      (theta < 0 ? -1.0 : 1.0) / (absolute(theta) + std::sqrt(theta * theta + 1.0));
  const double cosine = 1.0 / std::sqrt(tangent * tangent + 1.0);
  const double sine = tangent * cosine;
  for (std::size_t k = 0; k < a.size(); ++k) {
    const double left = a.at(k, p);
    const double right = a.at(k, q);
    a.at(k, p) = cosine * left - sine * right;
    a.at(k, q) = sine * left + cosine * right;
  }
  for (std::size_t k = 0; k < a.size(); ++k) {
    const double upper = a.at(p, k);
    const double lower = a.at(q, k);
    a.at(p, k) = cosine * upper - sine * lower;
    a.at(q, k) = sine * upper + cosine * lower;
    const double left = vectors.at(k, p);
    const double right = vectors.at(k, q);
    vectors.at(k, p) = cosine * left - sine * right;
    vectors.at(k, q) = sine * left + cosine * right;
  }
}

}  // namespace

Matrix Matrix::identity(std::size_t size) {
  Matrix out(size);
  for (std::size_t i = 0; i < size; ++i) out.at(i, i) = 1.0;
  return out;
}

Eigen eigen_of(Matrix matrix) {
  const std::size_t n = matrix.size();
  Matrix vectors = Matrix::identity(n);
  for (int sweep = 0; sweep < kSweepsMax; ++sweep) {
    double off = 0;
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) {
        off += matrix.at(p, q) * matrix.at(p, q);
        if (absolute(matrix.at(p, q)) > 1e-300) rotate(matrix, vectors, p, q);
      }
    }
    if (off < 1e-30) break;
  }
  Eigen out{{}, std::move(vectors)};
  for (std::size_t i = 0; i < n; ++i) out.values.push_back(matrix.at(i, i));
  return out;
}

std::optional<Matrix> cholesky(const Matrix& matrix) {
  const std::size_t n = matrix.size();
  Matrix factor(n);
  for (std::size_t j = 0; j < n; ++j) {
    double pivot = matrix.at(j, j);
    for (std::size_t k = 0; k < j; ++k) pivot -= factor.at(j, k) * factor.at(j, k);
    if (pivot < -kPivotMin) return {};
    const bool zero = pivot < kPivotMin;
    factor.at(j, j) = zero ? 0.0 : std::sqrt(pivot);
    for (std::size_t i = j + 1; i < n; ++i) {
      double rest = matrix.at(i, j);
      for (std::size_t k = 0; k < j; ++k) rest -= factor.at(i, k) * factor.at(j, k);
      if (zero && absolute(rest) > 1e-5) return {};
      factor.at(i, j) = zero ? 0.0 : rest / factor.at(j, j);
    }
  }
  return factor;
}

Matrix nearest_correlation(const Matrix& matrix) {
  const std::size_t n = matrix.size();
  Matrix nearest = matrix;
  Matrix correction(n);
  for (int step = 0; step < kProjectionsMax; ++step) {
    const Matrix shifted = minus(nearest, correction);
    Matrix projected = onto_semidefinite(shifted);
    correction = minus(projected, shifted);
    for (std::size_t i = 0; i < n; ++i) projected.at(i, i) = 1.0;
    double change = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        change += absolute(projected.at(i, j) - nearest.at(i, j));
      }
    }
    nearest = std::move(projected);
    if (change < 1e-12) break;
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i != j) nearest.at(i, j) *= 1.0 - 1e-9;
    }
  }
  return nearest;
}

}  // namespace dbx::seed
