package org.linli.polls;

import java.util.ArrayList;
import java.util.List;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;

/// Words that a voter may copy: only numbers that stand on the paper, and only ballots that it allows. Pure.
record Examples(PollWords words, Paper paper) {

    /// Longer ones explain nothing more.
    private static final int LONGEST = 3;

    /// How to vote.
    String vote() {
        var numbers = numbers();
        return switch (paper.kind()) {
            case ONE -> say("ONE", numbers.getFirst());
            case SEVERAL -> several(allowed(numbers));
            case RANKED -> ranked(numbers.get(1), numbers.getFirst());
            case POINTS -> points(numbers);
            case SCORES -> say("POINTS", numbers.getFirst(), paper.most());
        };
    }

    /// How to say it otherwise than it is.
    String change(Marks now) {
        var chosen = now.numbers();
        var others = numbers().stream().filter(it -> !chosen.contains(it)).toList();
        return switch (paper.kind()) {
            case ONE -> others.isEmpty() ? vote() : say("ONE", others.getFirst());
            case SEVERAL -> others.isEmpty() || chosen.isEmpty() ? less(chosen) : instead(chosen, others);
            case RANKED -> chosen.size() > 1 ? ranked(chosen.get(1), chosen.getFirst()) : vote();
            case POINTS, SCORES -> vote();
        };
    }

    private String less(List<Integer> chosen) {
        return chosen.isEmpty() ? vote() : say("LESS", chosen.getLast());
    }

    private String instead(List<Integer> chosen, List<Integer> others) {
        return say("INSTEAD", chosen.getLast(), others.getLast());
    }

    private String several(List<Integer> some) {
        return some.size() == 1
                ? say("ONE", some.getFirst())
                : words.say(
                        "polls.example.SEVERAL",
                        String.join(" ", some.stream().map(String::valueOf).toList()));
    }

    private String ranked(int first, int second) {
        return paper.most() == 1 ? say("FIRST", first) : say("RANKED", first, second);
    }

    private String points(List<Integer> numbers) {
        int first = paper.most() - paper.most() / 3;
        return first == paper.most()
                ? say("POINTS", numbers.getFirst(), first)
                : say("SHARED", numbers.get(1), first, numbers.getFirst(), paper.most() - first);
    }

    /// As many of them as one person may choose together.
    private List<Integer> allowed(List<Integer> numbers) {
        var some = new ArrayList<Integer>();
        for (int number : numbers) {
            some.add(number);
            if (some.size() > LONGEST || paper.fault(Marks.of(some)).isPresent()) {
                some.removeLast();
            }
        }
        return some.isEmpty() ? List.of(numbers.getFirst()) : some;
    }

    private List<Integer> numbers() {
        return paper.choices().stream().map(Choice::number).toList();
    }

    private String say(String how, Integer... numbers) {
        return words.say("polls.example." + how, (Object[])
                List.of(numbers).stream().map(String::valueOf).toArray(String[]::new));
    }
}
