package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.understanding.examples.Example;

/// Deals examples out to some folds, in an order that is the same each time: each label is spread evenly, and examples
/// that are nearly the same stay together.
public record Folds(int count, long seed) {

    /// By example the number of its fold, from 0.
    public int[] of(List<Example> examples) {
        var messages = examples.stream().map(it -> Features.of(it.text())).toList();
        return of(
                Vocabulary.of(messages).rows(messages),
                examples.stream().map(Example::label).toList());
    }

    int[] of(Rows rows, List<String> labels) {
        int[] groups = parted(NearlySame.groups(rows.features(), rows.width()), labels);
        var order = new ArrayList<>(IntStream.range(0, groups.length)
                .filter(i -> groups[i] == i)
                .boxed()
                .toList());
        Collections.shuffle(order, new Random(seed));
        Map<String, Integer> dealt = new HashMap<>();
        int[] folds = new int[groups.length];
        order.forEach(i -> folds[i] = dealt.merge(labels.get(i), 1, Integer::sum) % count);
        return IntStream.of(groups).map(it -> folds[it]).toArray();
    }

    /// What fills more than a fold of its label is parted all the same: otherwise the others would not know the label.
    private int[] parted(int[] groups, List<String> labels) {
        var ofLabel = labels.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        var ofGroup = IntStream.of(groups).boxed().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        return IntStream.range(0, groups.length)
                .map(i -> ofGroup.getOrDefault(groups[i], 0L) * count > ofLabel.getOrDefault(labels.get(groups[i]), 0L)
                        ? i
                        : groups[i])
                .toArray();
    }
}
