package org.linli.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.understanding.Comparison.Checked;
import org.linli.understanding.Comparison.InGroup;
import org.linli.understanding.Comparison.OfLabel;
import org.linli.understanding.Unseen.Heard;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;
import org.springframework.stereotype.Component;

/// Compares what is learnt from changed examples with what was learnt from those before.
///
/// The examples of before and all corrections are asked, each of models that have learnt neither it nor anything nearly
/// the same: in folds, which are the same for both sides. So nobody is praised for what was just told.
@Component
public class CompareIntents {

    /// One message and what both make of it.
    private record Asked(Example message, Heard before, Heard after) {

        boolean isChatter() {
            return message.label().equals(Intent.CHATTER.label());
        }

        boolean isReport() {
            return new Intent(message.label()).opensCase();
        }

        boolean isEmergency() {
            return message.label().equals(Intent.EMERGENCY.label());
        }

        boolean wasRight() {
            return before.inPrivate().label().equals(message.label());
        }

        boolean willBeRight() {
            return after.inPrivate().label().equals(message.label());
        }
    }

    /// Learns six times, seconds each: blocking. Signals by an exception where the files cannot be learnt from.
    ///
    /// @param before     the files as they are in use
    /// @param thresholds confidences from which groups hear us
    /// @param ordinary   the one that corrections of what was said in groups are asked with
    /// @param progress   hears shares of the work, from 0 to 1
    public Comparison compare(
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            List<Correction> corrections,
            List<Double> thresholds,
            double ordinary,
            DoubleConsumer progress) {
        var present =
                Examples.read(before).all().stream().map(CompareIntents::key).collect(Collectors.toSet());
        var changed =
                Examples.read(after).all().stream().map(CompareIntents::key).collect(Collectors.toSet());
        var all = everything(before, after, corrections);
        var unseen = Unseen.of(List.copyOf(all.values()));
        var keys = List.copyOf(all.keySet());
        var now = unseen.heard(known(keys, present::contains), done -> progress.accept(done / 2));
        var then = unseen.heard(known(keys, changed::contains), done -> progress.accept((1 + done) / 2));
        var asked = new LinkedHashMap<String, Asked>();
        IntStream.range(0, keys.size())
                .forEach(i -> asked.put(keys.get(i), new Asked(unseen.messages().get(i), now.get(i), then.get(i))));
        var examples = asked.entrySet().stream()
                .filter(it -> present.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Comparison(
                BetterOrLuckier.of(examples, Asked::wasRight, Asked::willBeRight),
                thresholds.stream()
                        .map(it -> inGroup(examples, Asked::isReport, it, Heard::aloud))
                        .toList(),
                inGroup(examples, Asked::isEmergency, Understanding.ALARM, (it, bar) -> it.danger() >= bar),
                labels(examples),
                corrections.stream().map(it -> checked(it, asked, ordinary)).toList());
    }

    /// The examples of either side once each, and corrections that are among neither.
    private static Map<String, Example> everything(
            SortedMap<String, String> before, SortedMap<String, String> after, List<Correction> corrections) {
        var all = new ArrayList<>(Examples.read(before).all());
        all.addAll(Examples.read(after).all());
        corrections.forEach(it -> all.add(example(it)));
        var once = new LinkedHashMap<String, Example>();
        all.forEach(it -> once.putIfAbsent(key(it), it));
        return once;
    }

    private static Example example(Correction it) {
        return new Example(it.label(), it.words(), it.key(), 0);
    }

    private static String key(Example it) {
        return it.label() + "\t" + it.text();
    }

    private static boolean[] known(List<String> keys, Predicate<String> which) {
        var known = new boolean[keys.size()];
        IntStream.range(0, known.length).forEach(i -> known[i] = which.test(keys.get(i)));
        return known;
    }

    private static InGroup inGroup(
            List<Asked> examples, Predicate<Asked> worth, double bar, BiPredicate<Heard, Double> aloud) {
        Predicate<Asked> before = it -> aloud.test(it.before(), bar);
        Predicate<Asked> after = it -> aloud.test(it.after(), bar);
        return new InGroup(
                bar,
                BetterOrLuckier.of(
                        examples.stream().filter(Asked::isChatter).toList(), before.negate(), after.negate()),
                BetterOrLuckier.of(examples.stream().filter(worth).toList(), before, after));
    }

    private static List<OfLabel> labels(List<Asked> examples) {
        return examples.stream()
                .collect(Collectors.groupingBy(it -> it.message().label(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> ofLabel(it.getKey(), it.getValue()))
                .filter(it -> it.before() != it.after())
                .toList();
    }

    private static OfLabel ofLabel(String label, List<Asked> examples) {
        var compared = BetterOrLuckier.of(examples, Asked::wasRight, Asked::willBeRight);
        return new OfLabel(label, examples.size(), compared.rightBefore(), compared.rightAfter());
    }

    private static Checked checked(Correction it, Map<String, Asked> asked, double ordinary) {
        var answers = Objects.requireNonNull(asked.get(key(example(it))));
        return it.inGroup()
                ? new Checked(
                        it,
                        answers.before().audible(ordinary).label(),
                        answers.after().audible(ordinary).label())
                : new Checked(
                        it,
                        answers.before().inPrivate().label(),
                        answers.after().inPrivate().label());
    }
}
