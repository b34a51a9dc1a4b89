package org.linli.standin.kf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.standin.Person;

/// Somebody who writes to the desk, and what may be said to them.
final class KfCustomer {

    private static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofHours(48);

    private final String id;
    private final String name;
    private final List<Person.Line> talk = new ArrayList<>();
    private Instant wroteAt = Instant.EPOCH;
    private int said;
    private int state;

    KfCustomer(String id, String name) {
        this.id = id;
        this.name = name;
    }

    void wrote(String act, String text, Instant now) {
        talk.add(new Person.Line(act, text, List.of()));
        wroteAt = now;
        said = 0;
        state = 1;
    }

    /// @return the platform's code; 0 when it may be said
    long mayHear(Instant now) {
        if (state == 4) {
            return 95013;
        }
        if (!wroteAt.plus(WINDOW).isAfter(now)) {
            return 95018;
        }
        return said >= MOST ? 95001 : 0;
    }

    void hears(String text, List<String> choices) {
        said++;
        talk.add(new Person.Line("", text, choices));
    }

    void isShown(String picture) {
        said++;
        talk.add(Person.Line.showing(picture));
    }

    void moveTo(int next) {
        state = next;
    }

    int state() {
        return state;
    }

    Person asSeen() {
        return new Person(id, name, state != 4, talk);
    }
}
