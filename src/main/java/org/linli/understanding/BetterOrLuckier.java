package org.linli.understanding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.linli.platform.console.WrongArguments;

/// Two ways of understanding the same messages: whether one is better, or only luckier.
///
/// @param both       right in both
/// @param onlyBefore right only in the first
/// @param onlyAfter  right only in the second
/// @param neither    wrong in both
public record BetterOrLuckier(int both, int onlyBefore, int onlyAfter, int neither) {

    private static final double SURELY = 0.05;

    /// From here on the bell curve is as good as counting.
    private static final int MANY = 1_000;

    /// @throws WrongArguments where no message is in both
    public static BetterOrLuckier of(Map<String, Boolean> before, Map<String, Boolean> after) {
        int[] counts = new int[4];
        before.forEach((message, wasRight) -> {
            if (after.containsKey(message)) {
                counts[(wasRight ? 0 : 2) + (after.getOrDefault(message, false) ? 0 : 1)]++;
            }
        });
        if (counts[0] + counts[1] + counts[2] + counts[3] == 0) {
            throw new WrongArguments("the two reports have no message in common");
        }
        return new BetterOrLuckier(counts[0], counts[1], counts[2], counts[3]);
    }

    /// None at all where there are no messages.
    ///
    /// @param before whether a message was right in the first
    /// @param after  whether it was in the second
    static <T> BetterOrLuckier of(Collection<T> messages, Predicate<T> before, Predicate<T> after) {
        int[] counts = new int[4];
        messages.forEach(it -> counts[(before.test(it) ? 0 : 2) + (after.test(it) ? 0 : 1)]++);
        return new BetterOrLuckier(counts[0], counts[1], counts[2], counts[3]);
    }

    public int messages() {
        return both + onlyBefore + onlyAfter + neither;
    }

    public int rightBefore() {
        return both + onlyBefore;
    }

    public int rightAfter() {
        return both + onlyAfter;
    }

    public double accuracyBefore() {
        return (double) (both + onlyBefore) / messages();
    }

    public double accuracyAfter() {
        return (double) (both + onlyAfter) / messages();
    }

    /// How often a difference at least as large would come about by chance (McNemar's test; exact where few messages
    /// differ).
    public double chance() {
        int differ = onlyBefore + onlyAfter;
        if (differ == 0) {
            return 1;
        }
        if (differ > MANY) {
            double distance = (Math.abs(onlyBefore - onlyAfter) - 1) / Math.sqrt(differ);
            return twoTails(Math.max(0, distance));
        }
        return Math.min(1, 2 * tail(differ, Math.min(onlyBefore, onlyAfter)));
    }

    /// Whether so large a difference hardly comes about by chance: in fewer than one of twenty cases.
    public boolean isNoAccident() {
        return chance() < SURELY;
    }

    public Map<String, Object> numbers() {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("messages", messages());
        numbers.put("accuracy_before", accuracyBefore());
        numbers.put("accuracy_after", accuracyAfter());
        numbers.put("right_in_both", both);
        numbers.put("right_only_before", onlyBefore);
        numbers.put("right_only_after", onlyAfter);
        numbers.put("wrong_in_both", neither);
        numbers.put("mcnemar_p", chance());
        return numbers;
    }

    /// The chance of at most `few` heads among so many tosses.
    private static double tail(int tosses, int few) {
        double logarithm = -tosses * Math.log(2);
        double sum = 0;
        for (int heads = 0; heads <= few; heads++) {
            sum += Math.exp(logarithm);
            logarithm += Math.log((double) (tosses - heads) / (heads + 1));
        }
        return sum;
    }

    /// Of the bell curve, beyond so many deviations (Abramowitz and Stegun, 7.1.26; good to seven digits).
    private static double twoTails(double deviations) {
        double x = deviations / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return sum * Math.exp(-x * x);
    }
}
