package org.linli.understanding;

import java.util.List;

/// @param ranking the likeliest first; its head is `intent` with `confidence`
/// @param danger  how sure we may be that it is an emergency, whatever else it may be; on the scale of confidences
/// among
///                neighbours: 0.9 is what one chatter message in 200 reaches
public record Understanding(Intent intent, double confidence, List<Ranked> ranking, Entities entities, double danger) {

    public Understanding {
        ranking = List.copyOf(ranking);
    }

    /// Of danger no more is known than of any label.
    public Understanding(Intent intent, double confidence, List<Ranked> ranking, Entities entities) {
        this(intent, confidence, ranking, entities, ofEmergency(ranking));
    }

    private static double ofEmergency(List<Ranked> ranking) {
        return ranking.stream()
                .filter(it -> it.intent().equals(Intent.EMERGENCY))
                .mapToDouble(Ranked::confidence)
                .findFirst()
                .orElse(0);
    }
}
