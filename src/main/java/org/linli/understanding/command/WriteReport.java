package org.linli.understanding.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes all that is known of a test into a folder: what `rasa test nlu` would write, and what one needs to choose how
/// reserved the service should be.
///
/// @param outside the label of messages that are none of our business, or empty
record WriteReport(Report report, String outside, PrintStream err) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void into(Path folder) throws IOException {
        report.write(folder);
        var rejection = Rejection.of(report.guesses(), outside);
        var calibration = Calibration.of(report.guesses());
        var histogram = Histogram.of(report.guesses());
        var confusion = Confusion.of(report.guesses());
        Files.write(folder.resolve("intent_summary.json"), JSON.writeValueAsBytes(summary(calibration, rejection)));
        confusion.csv().write(folder.resolve("intent_confusion_matrix.csv"));
        histogram.csv().write(folder.resolve("intent_histogram.csv"));
        calibration(calibration).write(folder.resolve("intent_calibration.csv"));
        rejection(rejection).write(folder.resolve("intent_rejection.csv"));
        new Predictions(folder).write(report.guesses());
        draw(new Charts(folder), confusion, histogram, calibration, rejection);
    }

    private Map<String, Object> summary(Calibration calibration, Rejection rejection) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("examples", report.guesses().size());
        summary.put("accuracy", report.accuracy());
        summary.put("macro_f1", report.macroF1());
        summary.put("expected_calibration_error", calibration.error());
        if (!outside.isEmpty()) {
            summary.put("out_of_scope_label", outside);
            summary.put("out_of_scope", Outside.of(report.guesses(), outside).numbers());
        }
        summary.put("calibration", calibration.bins());
        summary.put("rejection", rejection.points());
        return summary;
    }

    private static Csv calibration(Calibration calibration) {
        var csv = new Csv("from", "to", "guesses", "right", "mean confidence", "accuracy");
        calibration
                .bins()
                .forEach(it -> csv.row(it.from(), it.to(), it.guesses(), it.right(), it.sure(), it.accuracy()));
        return csv;
    }

    private static Csv rejection(Rejection rejection) {
        var csv = new Csv("threshold", "wrongly taken up", "worthy taken up", "rightly understood", "emergencies");
        rejection
                .points()
                .forEach(it -> csv.row(it.threshold(), it.wrongly(), it.reports(), it.right(), it.emergencies()));
        return csv;
    }

    /// A Java without fonts cannot draw; the numbers are there all the same, and each picture that is missing is named.
    private void draw(
            Charts charts, Confusion confusion, Histogram histogram, Calibration calibration, Rejection rejection) {
        draw("intent_confusion_matrix.png", () -> charts.confusion(confusion));
        draw("intent_histogram.png", () -> charts.histogram(histogram));
        draw("intent_calibration.png", () -> charts.calibration(calibration));
        draw("intent_rejection.png", () -> charts.rejection(rejection));
    }

    private void draw(String name, Picture picture) {
        try {
            picture.draw();
        } catch (LinkageError | RuntimeException | IOException undrawable) {
            err.printf("%s is missing, its table is there: %s%n", name, undrawable);
        }
    }

    private interface Picture {
        void draw() throws IOException;
    }
}
