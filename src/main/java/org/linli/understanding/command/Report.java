package org.linli.understanding.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The outcome of a test, as `rasa test nlu` would write it.
record Report(List<Guess> guesses, SortedMap<String, Score> scores) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Report of(List<Guess> guesses) {
        return new Report(guesses, Score.byLabel(guesses));
    }

    double accuracy() {
        return (double) guesses.stream().filter(Guess::right).count() / guesses.size();
    }

    double macroF1() {
        return macro(Score::f1);
    }

    /// Writes `intent_report.json` and `intent_errors.json`.
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("intent_report.json"), JSON.writeValueAsBytes(report()));
        Files.write(folder.resolve("intent_errors.json"), JSON.writeValueAsBytes(errors()));
    }

    private Map<String, Object> report() {
        var report = new LinkedHashMap<String, Object>();
        scores.forEach((label, it) -> {
            var score = numbers(it.precision(), it.recall(), it.f1(), it.support());
            score.put("confused_with", it.confusedWith());
            report.put(label, score);
        });
        report.put("accuracy", accuracy());
        report.put("macro avg", average(this::macro));
        report.put("weighted avg", average(this::weighted));
        return report;
    }

    private Map<String, Object> average(ToDoubleFunction<ToDoubleFunction<Score>> mean) {
        return numbers(
                mean.applyAsDouble(Score::precision),
                mean.applyAsDouble(Score::recall),
                mean.applyAsDouble(Score::f1),
                guesses.size());
    }

    private static Map<String, Object> numbers(double precision, double recall, double f1, int support) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("precision", precision);
        numbers.put("recall", recall);
        numbers.put("f1-score", f1);
        numbers.put("support", support);
        return numbers;
    }

    private double macro(ToDoubleFunction<Score> number) {
        return scores.values().stream().mapToDouble(number).average().orElse(0);
    }

    private double weighted(ToDoubleFunction<Score> number) {
        return scores.values().stream()
                        .mapToDouble(it -> number.applyAsDouble(it) * it.support())
                        .sum()
                / guesses.size();
    }

    private List<Map<String, Object>> errors() {
        return guesses.stream().filter(it -> !it.right()).map(Report::error).toList();
    }

    private static Map<String, Object> error(Guess wrong) {
        var error = new LinkedHashMap<String, Object>();
        error.put("text", wrong.example().text());
        error.put("intent", wrong.label());
        error.put("intent_prediction", Map.of("name", wrong.guessed(), "confidence", wrong.confidence()));
        error.put("where", wrong.example().where());
        return error;
    }
}
