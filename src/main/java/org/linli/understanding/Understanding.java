package org.linli.understanding;

import java.util.List;

/// @param ranking the likeliest first; its head is `intent` with `confidence`
/// @param danger  how sure we may be that it is an emergency, whatever else it may be; on the scale of confidences
///                among neighbours
public record Understanding(Intent intent, double confidence, List<Ranked> ranking, Entities entities, double danger) {

    /// From this danger on an emergency is heard in every group, however reserved we are there otherwise: one chatter
    /// message in 200 reaches it.
    public static final double ALARM = 0.9;

    public Understanding {
        ranking = List.copyOf(ranking);
    }

    /// Of danger no more is known than of any label.
    public Understanding(Intent intent, double confidence, List<Ranked> ranking, Entities entities) {
        this(intent, confidence, ranking, entities, ofEmergency(ranking));
    }

    /// The same, of other places, times and numbers.
    public Understanding naming(Entities others) {
        return new Understanding(intent, confidence, ranking, others, danger);
    }

    private static double ofEmergency(List<Ranked> ranking) {
        return ranking.stream()
                .filter(it -> it.intent().equals(Intent.EMERGENCY))
                .mapToDouble(Ranked::confidence)
                .findFirst()
                .orElse(0);
    }
}
