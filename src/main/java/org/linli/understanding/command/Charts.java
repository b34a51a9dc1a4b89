package org.linli.understanding.command;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;

/// Pictures of a report, drawn without a screen.
record Charts(Path folder) {

    private static final int A_LABEL = 16;
    private static final int MARGIN = 360;
    private static final int MOST = 4_000;

    Charts {
        System.setProperty("java.awt.headless", "true");
    }

    void confusion(Confusion confusion) throws IOException {
        int side = Math.min(MOST, MARGIN + A_LABEL * confusion.labels().size());
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(side)
                .height(side)
                .title("True label upwards, guessed label to the right; % of each true label")
                .build();
        chart.getStyler().setShowValue(false);
        chart.getStyler().setRangeColors(new Color[] {Color.WHITE, Color.BLUE.darker()});
        chart.getStyler().setXAxisMaxLabelCount(confusion.labels().size());
        chart.getStyler().setYAxisTickMarkSpacingHint(A_LABEL);
        chart.getStyler().setXAxisLabelRotation(90);
        List<Number[]> cells = new ArrayList<>();
        for (int row = 0; row < confusion.counts().length; row++) {
            for (int column = 0; column < confusion.counts().length; column++) {
                cells.add(new Number[] {column, row, confusion.share(row, column)});
            }
        }
        chart.addSeries("messages", confusion.labels(), confusion.labels(), cells);
        save(chart, "intent_confusion_matrix");
    }

    void histogram(Histogram histogram) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(600)
                .title("Confidence of right and wrong guesses")
                .xAxisTitle("confidence from")
                .yAxisTitle("messages")
                .build();
        chart.addSeries("right", histogram.starts(), histogram.right());
        chart.addSeries("wrong", histogram.starts(), histogram.wrong());
        save(chart, "intent_histogram");
    }

    void calibration(Calibration calibration) throws IOException {
        XYChart chart = curve("Calibration", "confidence", "share that is right");
        chart.addSeries("as it should be", new double[] {0, 1}, new double[] {0, 1});
        chart.addSeries(
                "as it is",
                calibration.bins().stream().mapToDouble(Calibration.Bin::sure).toArray(),
                calibration.bins().stream()
                        .mapToDouble(Calibration.Bin::accuracy)
                        .toArray());
        save(chart, "intent_calibration");
    }

    void rejection(Rejection rejection) throws IOException {
        if (rejection.points().isEmpty()) {
            return;
        }
        XYChart chart = curve("Rejection", "share of other messages wrongly taken up", "share taken up");
        double[] wrongly = rejection.points().stream()
                .mapToDouble(Rejection.Point::wrongly)
                .toArray();
        chart.addSeries(
                "worth a word",
                wrongly,
                rejection.points().stream()
                        .mapToDouble(Rejection.Point::reports)
                        .toArray());
        chart.addSeries(
                "and rightly understood",
                wrongly,
                rejection.points().stream().mapToDouble(Rejection.Point::right).toArray());
        save(chart, "intent_rejection");
    }

    private static XYChart curve(String title, String right, String upwards) {
        return new XYChartBuilder()
                .width(900)
                .height(600)
                .title(title)
                .xAxisTitle(right)
                .yAxisTitle(upwards)
                .build();
    }

    private void save(Chart<?, ?> chart, String name) throws IOException {
        BitmapEncoder.saveBitmap(chart, folder.resolve(name).toString(), BitmapFormat.PNG);
    }
}
