# Makes rows.csv and expected.json: drawn rows and what R's survey says of them.
# Rscript make.R, in this folder; R 4.2.2, survey 4.1-1.
suppressMessages(library(survey))
set.seed(20)

rows <- NULL
for (stratum in c("a", "b", "c", "d")) {
  psus <- c(a = 4, b = 3, c = 1, d = 2)[[stratum]]
  for (psu in seq_len(psus)) {
    ssus <- if (stratum == "d" && psu == 1) 1 else sample(2:4, 1)
    for (ssu in seq_len(ssus)) {
      drawn <- sample(2:5, 1)
      rows <- rbind(rows, data.frame(
        stratum = stratum, psu = psu, ssu = ssu,
        psus = c(a = 12, b = 9, c = 5, d = 7)[[stratum]],
        ssus = ssus + 3 + psu, people = drawn + 4 + ssu
      )[rep(1, drawn), ])
    }
  }
}
n <- nrow(rows)
rows$people_of_psu <- ave(rows$people, rows$stratum, rows$psu, FUN = sum)
rows$w <- round(runif(n, 0.5, 9), 3)
rows$answer <- sample(c("yes", "no", "maybe", NA), n, TRUE, c(.5, .25, .15, .1))
rows$group <- sample(c("x", "y"), n, TRUE)
rows$above <- round(rnorm(n, 20, 6), 2)
rows$below <- round(runif(n, 5, 15), 2)
rows$row <- seq_len(n)
rows$psu_share <- ave(rows$psu, rows$stratum, FUN = function(v) length(unique(v))) / rows$psus
rows$ssu_share <- ave(rows$ssu, rows$stratum, rows$psu, FUN = function(v) length(unique(v))) / rows$ssus
write.csv(rows, "rows.csv", row.names = FALSE, quote = FALSE, na = "")
rows <- read.csv("rows.csv", na.strings = "")
rows$answer <- factor(rows$answer, c("yes", "no", "maybe"))

out <- character()
put <- function(key, value) out <<- c(out, sprintf('  "%s": %s', key, if (is.finite(value)) sprintf("%.16g", value) else "null"))

tell <- function(name, design) {
  put(paste0(name, "/degf"), degf(design))
  for (group in c("x", "y")) {
    here <- design[rows_of(design)$group == group & !is.na(rows_of(design)$answer), ]
    m <- svymean(~answer, here); t <- svytotal(~answer, here)
    for (i in 1:3) {
      way <- paste0(name, "/", group, "/", levels(rows$answer)[i])
      put(paste0(way, "/share"), coef(m)[[i]]); put(paste0(way, "/se"), SE(m)[[i]])
      put(paste0(way, "/total_se"), SE(t)[[i]])
    }
    put(paste0(name, "/", group, "/covariance"), vcov(m)[1, 2])
  }
  put(paste0(name, "/mean_se"), as.numeric(SE(svymean(~above, design))))
  r <- svyratio(~above, ~below, design)
  put(paste0(name, "/ratio"), coef(r)[[1]]); put(paste0(name, "/ratio_se"), SE(r)[[1]])
}
rows_of <- function(design) design$variables

two <- rows[rows$stratum %in% c("a", "b"), ]
three <- rows[rows$stratum != "d", ]
tell("elements", svydesign(~psu + row, strata = ~stratum, fpc = ~psus + people_of_psu, weights = ~w, data = two, nest = TRUE))
tell("clusters", svydesign(~psu + ssu, strata = ~stratum, fpc = ~psus + ssus, weights = ~w, data = two, nest = TRUE))
tell("shares", svydesign(~psu + ssu, strata = ~stratum, fpc = ~psu_share + ssu_share, weights = ~w, data = two, nest = TRUE))
tell("three", svydesign(~psu + ssu + row, strata = ~stratum, fpc = ~psus + ssus + people, weights = ~w, data = two, nest = TRUE))
tell("replacement", svydesign(~psu, strata = ~stratum, weights = ~w, data = two, nest = TRUE))
for (lonely in c("remove", "adjust", "average", "certainty")) {
  options(survey.lonely.psu = lonely)
  tell(paste0("first/", lonely), svydesign(~psu + ssu, strata = ~stratum, fpc = ~psus + ssus, weights = ~w, data = three, nest = TRUE))
  if (lonely != "average")
    tell(paste0("second/", lonely), svydesign(~psu + ssu, strata = ~stratum, fpc = ~psus + ssus, weights = ~w, data = rows, nest = TRUE))
}
writeLines(c("{", paste(out, collapse = ",\n"), "}"), "expected.json")
