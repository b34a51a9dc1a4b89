package org.linli.web.groups;

import java.util.List;
import java.util.stream.Stream;
import org.linli.community.Group;
import org.linli.community.Talkativeness;
import org.linli.understanding.SpeakingUp;

/// One way to be in a group, with what it costs and brings.
///
/// @param word    as it is kept, like `silent`
/// @param chosen  whether the group has it
/// @param oneIn   of so many chatter messages one is answered by mistake, be it as an emergency
/// @param heard   percent of the messages that open a case which are noticed
/// @param alarms  percent of the emergencies among them which are noticed
record Manner(String word, boolean chosen, long oneIn, long heard, long alarms) {

    static List<Manner> of(Group group, List<SpeakingUp> points) {
        return Stream.of(Talkativeness.values())
                .flatMap(it -> points.stream()
                        .filter(point -> point.threshold() == it.threshold())
                        .map(point -> of(it, group, point)))
                .toList();
    }

    private static Manner of(Talkativeness manner, Group group, SpeakingUp point) {
        return new Manner(
                manner.word(),
                manner == Talkativeness.of(group.threshold()),
                Math.round(1 / Math.max(point.chatter(), 1e-4)),
                Math.round(100 * point.reports()),
                Math.round(100 * point.emergencies()));
    }
}
