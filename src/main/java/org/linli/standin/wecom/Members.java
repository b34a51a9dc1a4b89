package org.linli.standin.wecom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.standin.Person;
import org.linli.standin.Person.Line;

/// Who belongs to the corporation, and what each of them sees. All are in the one group.
final class Members {

    private static final int LINES = 60;

    private final Map<String, List<Line>> talks = new LinkedHashMap<>();
    private final Map<String, String> names;
    private final Map<String, Deque<Instant>> told = new HashMap<>();

    Members(Map<String, String> names) {
        this.names = new LinkedHashMap<>(names);
        names.keySet().forEach(it -> talks.put(it, new ArrayList<>()));
    }

    synchronized boolean knows(String id) {
        return talks.containsKey(id);
    }

    /// Whoever is not known yet belongs to it from now on.
    synchronized void meet(String id) {
        names.putIfAbsent(id, id);
        talks.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    synchronized void leave(String id) {
        names.remove(id);
        talks.remove(id);
    }

    synchronized void does(String id, String act, String text) {
        add(id, new Line(act, text, List.of()));
    }

    synchronized void sees(String id, String text, List<String> choices) {
        add(id, new Line("", text, choices));
    }

    /// The platform takes back what somebody was told; what they do not see any more is gone already.
    synchronized void forgets(String id, String text) {
        var talk = talks.get(id);
        if (talk != null) {
            talk.removeIf(
                    it -> it.act().isEmpty() && it.by().isEmpty() && it.text().equals(text));
        }
    }

    synchronized void isShown(String id, String picture) {
        add(id, Line.showing(picture));
    }

    /// @param by who says it in the group: `bot`, `robot`, `app`
    synchronized void allSee(String by, String text) {
        talks.keySet().forEach(it -> add(it, Line.by(by, text)));
    }

    synchronized void allAreShown(String by, String picture) {
        talks.keySet().forEach(it -> add(it, Line.showing(by, picture)));
    }

    /// In a group that an app of theirs has made.
    synchronized void someSee(List<String> ids, String text) {
        ids.forEach(it -> add(it, Line.by("app", text)));
    }

    /// Whether a member may get one more: 30 a minute, beyond which the platform drops them and says nothing.
    synchronized boolean mayGet(String id, Instant now) {
        var lately = told.computeIfAbsent(id, _ -> new ArrayDeque<>());
        lately.removeIf(it -> it.isBefore(now.minus(Duration.ofMinutes(1))));
        lately.add(now);
        return lately.size() <= 30;
    }

    synchronized List<Person> people() {
        return talks.entrySet().stream()
                .map(it -> new Person(it.getKey(), names.getOrDefault(it.getKey(), ""), true, it.getValue()))
                .toList();
    }

    private void add(String id, Line line) {
        var talk = talks.get(id);
        if (talk != null) {
            talk.add(line);
            if (talk.size() > LINES) {
                talk.removeFirst();
            }
        }
    }
}
