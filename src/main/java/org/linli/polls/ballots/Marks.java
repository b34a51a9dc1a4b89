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

    /// The same, with other points where more says so, and what is new behind.
    public Marks with(Marks more) {
        return new Marks(all.stream()
                        .map(it -> more.has(it.number()) ? new Mark(it.number(), more.points(it.number())) : it)
                        .toList())
                .and(more);
    }

    /// One choice in the place of another; named before elsewhere, it stands there no more.
    public Marks with(int instead, int now) {
        return new Marks(all.stream()
                .filter(it -> it.number() != now)
                .map(it -> it.number() == instead ? new Mark(now, it.points()) : it)
                .toList());
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
