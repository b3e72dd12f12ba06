# Values of R's survey that tests of this folder need beside the reference material.
#
#     Rscript more_r_values.R FOLDER-OF-REFERENCE-VALUES > more_r_values.json
#
# Made with R 4.2.2 and survey 4.1-1.

suppressMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(name) {
  read.csv(file.path(folder, paste0(name, ".csv")), na.strings = "", stringsAsFactors = TRUE)
}

numbers <- function(x) {
  x <- as.numeric(x)
  told <- ifelse(is.na(x), "null", sprintf("%.15g", x))
  paste0("[", paste(told, collapse = ", "), "]")
}
object <- function(...) {
  parts <- list(...)
  paste0("{", paste(sprintf('"%s": %s', names(parts), unlist(parts)), collapse = ", "), "}")
}
test <- function(found) {
  numbers(c(found$statistic, found$parameter, found$p.value))
}
every_test <- function(formula, design, ways = c("F", "Chisq", "Wald", "adjWald")) {
  found <- lapply(ways, function(way) test(svychisq(formula, design, statistic = way)))
  names(found) <- ways
  do.call(object, found)
}

# Each column's share less each other's: differences, then their standard errors, option by option.
pairs_of <- function(formula, by, design) {
  shares <- svyby(formula, by, design, svymean, covmat = TRUE)
  p <- coef(shares)
  groups <- nrow(shares)
  options <- length(p) / groups
  difference <- error <- c()
  for (option in seq_len(options)) for (one in seq_len(groups)) for (other in seq_len(groups)) {
    if (one < other) {
      contrast <- numeric(length(p))
      contrast[(option - 1) * groups + c(one, other)] <- c(1, -1)
      made <- svycontrast(shares, list(made = contrast))
      difference <- c(difference, coef(made))
      error <- c(error, SE(made))
    }
  }
  object(difference = numbers(difference), se = numbers(error))
}

strat <- read("apistrat")
clus <- read("apiclus1")
panel <- read("panel130")
clus$row <- seq_len(nrow(clus))
drawn <- as.numeric(table(clus$dnum)[as.character(clus$dnum)])
clus$within <- ifelse(drawn == 1, 1, 2 * drawn)

stratified <- svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat)
clustered <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = clus)
two_stages <- svydesign(~dnum + row, weights = ~pw, fpc = ~ fpc + within, data = clus)
main <- svydesign(~1, strata = ~stratum, weights = ~w, data = panel)
answered <- subset(main, !is.na(q1) & !is.na(age))
zero <- svydesign(~1, strata = ~stratum, weights = ~w0, data = panel)
lonely <- svydesign(~1, strata = ~stratum_lonely, weights = ~w, data = panel)
jk1 <- svrepdesign(
  data = clus, weights = ~pw, repweights = as.matrix(read("apiclus1_jk1_replicates")), type = "other",
  scale = 14 / 15, rscales = rep(1, 15), combined.weights = TRUE
)

by_lonely <- list()
for (way in c("remove", "adjust", "average", "certainty")) {
  options(survey.lonely.psu = way)
  by_lonely[[way]] <- every_test(~ q2 + edu, subset(lonely, !is.na(q2) & !is.na(edu)))
}
options(survey.lonely.psu = "fail")

# The slope of a line through three groups at 0, 1 and 3, as if they were waves that share their clusters.
waves <- svyby(~awards, ~stype, clustered, svymean, covmat = TRUE)
times <- c(0, 1, 3)
slope <- (times - mean(times)) / sum((times - mean(times))^2)
line <- svycontrast(waves, list(line = c(slope, numeric(3))))

rest <- function(w, data) {
  yes <- data$awards == "No"
  sapply(c("E", "H", "M"), function(group) {
    inside <- data$stype == group
    sum(w[yes & inside]) / sum(w[inside]) - sum(w[yes & !inside]) / sum(w[!inside])
  })
}
against_rest <- withReplicates(jk1, rest)

p <- c(0.01, 0.04, 0.04, 0.2, 0.001, 0.6, 0.03, 0.6, 1, 0.0005)

cat(object(
  adjusted = object(
    p = numbers(p), holm = numbers(p.adjust(p, "holm")), bh = numbers(p.adjust(p, "BH")),
    by = numbers(p.adjust(p, "BY")), bonferroni = numbers(p.adjust(p, "bonferroni"))
  ),
  pairs = object(
    apistrat = pairs_of(~mealgrp, ~stype, stratified),
    apiclus1 = pairs_of(~awards, ~stype, clustered),
    panel130 = pairs_of(~q1, ~age, answered)
  ),
  line = numbers(c(coef(line), SE(line))),
  two_stages = every_test(~ awards + stype, two_stages),
  zero_weights = every_test(~ q2 + edu, subset(zero, !is.na(q2) & !is.na(edu))),
  lonely = do.call(object, by_lonely),
  jk1 = every_test(~ awards + stype, jk1),
  jk1_rest = object(difference = numbers(coef(against_rest)), se = numbers(SE(against_rest)))
), "\n")
