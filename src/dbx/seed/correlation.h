// Correlation matrices: is one positive definite, the nearest one that is, its factor. Planning
// only, the same bits on every machine: + - * / and square roots alone. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace dbx::seed {

// Square, by rows.
class Matrix {
 public:
  explicit Matrix(std::size_t size) : size_(size), cells_(size * size, 0.0) {}
  static Matrix identity(std::size_t size);

  std::size_t size() const { return size_; }
  double& at(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }
  double at(std::size_t row, std::size_t column) const { return cells_[row * size_ + column]; }

 private:
  std::size_t size_;
  std::vector<double> cells_;
};

// Lower triangular L with L L^T = `matrix`, symmetric with ones on its diagonal. A zero pivot (two
// columns with a correlation of 1) is fine; nothing where the matrix is not positive semidefinite.
std::optional<Matrix> cholesky(const Matrix& matrix);

// The correlation matrix nearest to a symmetric one in the Frobenius norm: alternating projections
// onto the positive semidefinite matrices and those with a unit diagonal, with Dykstra's correction
// (Higham, IMA J. Numer. Anal. 22, 2002, algorithm 3.3), then drawn 10^-9 of the way to the
// identity, so that cholesky() has a factor for it.
Matrix nearest_correlation(const Matrix& matrix);

// Eigenvalues and, as columns, eigenvectors of a symmetric matrix: Jacobi's cyclic method (Golub
// and Van Loan, Matrix Computations, 8.5).
struct Eigen {
  std::vector<double> values;
  Matrix vectors;
};
Eigen eigen_of(Matrix matrix);

}  // namespace dbx::seed
