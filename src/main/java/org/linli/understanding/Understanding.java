package org.linli.understanding;

import java.util.List;

/// @param ranking the likeliest first; its head is `intent` with `confidence`
public record Understanding(Intent intent, double confidence, List<Ranked> ranking, Entities entities) {

    public Understanding {
        ranking = List.copyOf(ranking);
    }
}
