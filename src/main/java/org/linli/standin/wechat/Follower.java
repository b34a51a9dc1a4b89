package org.linli.standin.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.linli.standin.Person;
import org.linli.standin.Person.Line;

/// One person at the platform: whether they follow, what we may still send, what they see.
final class Follower {

    /// What opens the customer service, and for how much: 客服消息 page, current limits.
    enum Opening {
        MESSAGE(5, Duration.ofHours(48)),
        CLICK(3, Duration.ofMinutes(1)),
        FOLLOW(3, Duration.ofMinutes(1)),
        SCAN(3, Duration.ofMinutes(1)),
        PAYMENT(Integer.MAX_VALUE, Duration.ofHours(48));

        private final int messages;
        private final Duration time;

        Opening(int messages, Duration time) {
            this.messages = messages;
            this.time = time;
        }
    }

    private static final class Window {
        private final Instant until;
        private int left;

        private Window(Opening opening, Instant now) {
            this.until = now.plus(opening.time);
            this.left = opening.messages;
        }
    }

    private static final int LINES = 60;

    final String openid;
    final String name;
    boolean follows = true;
    /// We put them on our blacklist.
    boolean barred;
    /// They switched our messages off.
    boolean mute;
    /// By template id: how many notices they still allowed.
    final Map<String, Integer> grants = new HashMap<>();
    /// What they agreed to get once, follower or not.
    final TreeSet<String> once = new TreeSet<>();
    final TreeSet<Integer> tags = new TreeSet<>();
    int massMessages;

    private final Map<Opening, Window> windows = new EnumMap<>(Opening.class);
    private final List<Line> talk = new ArrayList<>();

    Follower(String openid, String name) {
        this.openid = openid;
        this.name = name;
    }

    void open(Opening how, Instant now) {
        windows.put(how, new Window(how, now));
    }

    /// Uses up one customer service message.
    ///
    /// @return the errcode of why not, 0 where it was there
    long use(Instant now) {
        var open = windows.values().stream()
                .filter(it -> it.until.isAfter(now))
                .sorted(Comparator.comparing(it -> it.until))
                .toList();
        var usable = open.stream().filter(it -> it.left > 0).findFirst();
        usable.ifPresent(it -> it.left--);
        return usable.isPresent() ? 0 : open.isEmpty() ? 45015 : 45047;
    }

    /// The errcode of why nothing reaches them, 0 where it does.
    long unreachable() {
        return barred ? 43019 : !follows ? 43004 : mute ? 48002 : 0;
    }

    void does(String act, String text) {
        add(new Line(act, text, List.of()));
    }

    void sees(String text, List<String> choices) {
        add(new Line("", text, choices));
    }

    void isShown(String picture) {
        add(Line.showing(picture));
    }

    Person person() {
        return new Person(openid, name, unreachable() == 0, talk);
    }

    private void add(Line line) {
        talk.add(line);
        if (talk.size() > LINES) {
            talk.removeFirst();
        }
    }
}
