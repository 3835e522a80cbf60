// The log-linear model that orders readings: a reading's score is minus the sum of what its
// decisions cost over the best ones. What each decision costs stands where the reader is in doubt
// (pick()); here is what weighs on a reading as a whole. Tuned by hand on the `fit` part of the
// tuning data; nothing here was learned from a network.
#pragma once

namespace dbx::answer::weights {

// Of the whole reading
constexpr double kLink = 0.3;         // each link that is joined by
constexpr double kIgnoredWord = 0.2;  // each word that carries meaning and was left out

// Of an answer that comes back empty, or as a single 0
constexpr double kEmpty = 0.8;
constexpr double kZero = 0.45;

}  // namespace dbx::answer::weights
