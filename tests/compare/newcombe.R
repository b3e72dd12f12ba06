# Golden values for tests/compare/test_two_shares.py: Wilson's score interval as prop.test gives it without
# continuity correction, and the hybrid interval made of two of them (Newcombe 1998, method 10).
# Rscript newcombe.R

score <- function(x, n) prop.test(x, n, correct = FALSE)$conf.int

hybrid <- function(x1, n1, x2, n2) {
  p1 <- x1 / n1; p2 <- x2 / n2
  one <- score(x1, n1); two <- score(x2, n2)
  c(p1 - p2 - sqrt((p1 - one[1])^2 + (two[2] - p2)^2),
    p1 - p2 + sqrt((one[2] - p1)^2 + (p2 - two[1])^2))
}

for (case in list(c(39, 130), c(5, 56), c(0, 29), c(130, 130)))
  cat(sprintf("score %d/%d: %s\n", case[1], case[2], paste(format(score(case[1], case[2]), digits = 12), collapse = " ")))
for (case in list(c(39, 130, 207, 713), c(28, 130, 209, 713), c(0, 44, 85, 713), c(71, 130, 613, 713)))
  cat(sprintf("hybrid %s: %s\n", paste(case, collapse = " "), paste(format(hybrid(case[1], case[2], case[3], case[4]), digits = 12), collapse = " ")))
