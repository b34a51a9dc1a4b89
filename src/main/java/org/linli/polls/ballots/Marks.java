package org.linli.polls.ballots;

import java.util.ArrayList;
import java.util.List;

/// A filled-in ballot; on a ranked one the best comes first.
public record Marks(List<Mark> all) {

    public Marks {
        all = List.copyOf(all);
    }

    /// Without points, in this order.
    public static Marks of(List<Integer> numbers) {
        return new Marks(numbers.stream().map(it -> new Mark(it, 1)).toList());
    }

    public List<Integer> numbers() {
        return all.stream().map(Mark::number).toList();
    }

    public boolean has(int number) {
        return numbers().contains(number);
    }

    public int points(int number) {
        return all.stream()
                .filter(it -> it.number() == number)
                .mapToInt(Mark::points)
                .sum();
    }

    /// With those marks added behind; what was marked before keeps its place.
    public Marks and(Marks more) {
        var both = new ArrayList<>(all);
        more.all.stream().filter(it -> !has(it.number())).forEach(both::add);
        return new Marks(both);
    }

    public Marks without(Marks less) {
        return new Marks(all.stream().filter(it -> !less.has(it.number())).toList());
    }

    /// What somebody voted is nobody's business.
    @Override
    public String toString() {
        return "Marks[" + all.size() + "]";
    }
}
