package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;

/// Answers with the label that stands for everything else where a message is too little like any other.
record OutOfScope(Layout layout, Learnt learnt) {

    /// The answer first, then by confidence.
    List<Ranked> ranking(double[] likely, Reading reading) {
        String outside = learnt.scope().outside();
        if (outside.isEmpty()) {
            return inside(likely, 1);
        }
        double over = learnt.worth().gate().score(Signals.of(reading, layout)) - learnt.bar();
        double strange = 1 / (1 + Math.exp(over));
        var ranking = inside(likely, 1 - strange);
        var outsider = new Ranked(new Intent(outside), strange);
        ranking.add(over < 0 ? 0 : place(ranking, strange), outsider);
        return ranking;
    }

    /// Never the first.
    private static int place(List<Ranked> ranking, double confidence) {
        int place = 1;
        while (place < ranking.size() && ranking.get(place).confidence() > confidence) {
            place++;
        }
        return Math.min(place, ranking.size());
    }

    private List<Ranked> inside(double[] likely, double share) {
        double all = 1e-12;
        for (int i = 0; i < likely.length; i++) {
            all += layout.worthy()[i] ? likely[i] : 0;
        }
        var ranking = new ArrayList<Ranked>();
        for (int i = 0; i < likely.length; i++) {
            if (layout.worthy()[i]) {
                ranking.add(new Ranked(layout.intents()[i], share * likely[i] / all));
            }
        }
        ranking.sort(Comparator.comparingDouble(Ranked::confidence).reversed());
        return ranking;
    }
}
