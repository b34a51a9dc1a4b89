package org.linli.dialogue.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.community.Located;
import org.linli.dialogue.phrases.Enumerated;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.PersonNames;
import org.linli.understanding.Understanding;

/// Takes a message apart that tells of two things.
record Joints(Scene scene) {

    /// One thing that was said, and what it means.
    record Part(String words, Understanding meant) {}

    private static final Intent BINDING = new Intent("account.bind");
    private static final double CLEAR = 0.5;
    private static final int MOST_PARTS = 3;
    private static final int SHORTEST = 4;

    /// Whoever numbers them has told them apart, however short: "2、灯不亮".
    private static final int MOST_NUMBERED = 6;
    private static final int SHORTEST_NUMBERED = 2;

    private static final Pattern JOINT = Pattern.compile(
            "[。！？!?；;\\n]+|[,，、\\s]*(?=(?:还有|另外|再就是|再有|此外|顺便|对了|以及|同时|并且|而且))" + "|[,，]+(?=[^,，]{0,8}也)");

    /// The parts, where each is clearly something else that somebody has to do; otherwise empty. Whoever says first or
    /// last who they are and where they live is remembered, and answered.
    List<Part> of(String words) {
        return introduced(words).or(() -> signed(words)).orElseGet(() -> apart(words));
    }

    /// "…, I am Su Qing, telephone …, living at 3-2-501": as a whole it looks like somebody who only says who they are.
    private Optional<List<Part>> signed(String words) {
        int at = Phrases.signature(words);
        String said = words.substring(at).replaceFirst("^[\\s\\p{P}]+", "");
        return PersonNames.in(said) == null ? Optional.empty() : introducing(said, words.substring(0, at), words);
    }

    private Optional<List<Part>> introduced(String words) {
        int end = Phrases.introduction(words);
        String rest = words.substring(end);
        String said = words.substring(0, end).replaceAll("[\\s\\p{P}]+$", "");
        return introducing(said, rest, rest);
    }

    /// @param said who they are
    /// @param rest what they want besides
    /// @param all  the words of what they want, where it is one thing
    private Optional<List<Part>> introducing(String said, String rest, String all) {
        if (said.isEmpty() || rest.length() < SHORTEST) {
            return Optional.empty();
        }
        var home = scene.understood(said).entities();
        var meant = scene.understood(rest);
        return home.room() != null && isSomethingToDo(meant.intent()) && scene.concernsUs(meant)
                ? Optional.of(beside(said, home, wanted(rest, new Part(all, meant))))
                : Optional.empty();
    }

    private List<Part> wanted(String rest, Part one) {
        var apart = apart(rest);
        return apart.isEmpty() ? List.of(one) : apart;
    }

    private List<Part> beside(String said, Entities home, List<Part> wanted) {
        var parts = new ArrayList<>(wanted);
        var binding = new Understanding(BINDING, 1, List.of(), home);
        if (scene.inGroup() || isKnown(said, binding)) {
            var first = parts.removeFirst();
            boolean told = first.words().contains(said);
            parts.addFirst(new Part(told ? first.words() : said + "，" + first.words(), first.meant()));
        } else {
            parts.addFirst(new Part(said, binding));
        }
        return parts;
    }

    private boolean isKnown(String said, Understanding binding) {
        return new Whereabouts(scene).in(said, binding.entities()) instanceof Located.Found found
                && scene.home().filter(found.place()::equals).isPresent();
    }

    private List<Part> apart(String words) {
        var items = Enumerated.of(words);
        boolean isNumbered = items.size() > 1;
        int shortest = isNumbered ? SHORTEST_NUMBERED : SHORTEST;
        var pieces = items.stream()
                .flatMap(JOINT::splitAsStream)
                .map(String::strip)
                .filter(it -> it.length() >= shortest)
                .flatMap(it -> new Commas(this).of(it).stream())
                .toList();
        return clear(pieces, isNumbered ? MOST_NUMBERED : MOST_PARTS);
    }

    private List<Part> clear(List<String> pieces, int most) {
        var listed = pieces.stream().flatMap(this::ofEach).toList();
        if (listed.size() < 2) {
            return List.of();
        }
        var each = merged(listed);
        var parts = each.size() > most ? merged(pieces) : each;
        return parts.size() < 2 || parts.size() > most ? List.of() : parts;
    }

    /// "3栋和5栋的灯修了没" asks, and reports nothing.
    private Stream<String> ofEach(String piece) {
        boolean asks = Phrases.asksHowFar(piece)
                || Phrases.asksWhen(piece)
                || !scene.understood(piece).intent().opensCase();
        return asks ? Stream.of(piece) : Listed.of(piece).stream();
    }

    /// A piece that says nothing new belongs to the one before it.
    private List<Part> merged(List<String> pieces) {
        var parts = new ArrayList<Part>();
        var prelude = "";
        for (String piece : pieces) {
            var meant = scene.understood(piece);
            boolean standsAlone = isClear(meant) && parts.stream().noneMatch(it -> sameAim(it, meant));
            if (standsAlone) {
                parts.add(new Part(prelude + piece, meant));
                prelude = "";
            } else if (parts.isEmpty()) {
                prelude = prelude + piece + "，";
            } else {
                var last = parts.removeLast();
                parts.add(new Part(last.words() + "，" + piece, last.meant()));
            }
        }
        return parts;
    }

    /// What nobody here can answer staff does.
    boolean isClear(Understanding meant) {
        return meant.confidence() >= CLEAR
                && isSomethingToDo(meant.intent())
                && scene.concernsUs(meant)
                && (meant.intent().act().equals("ask")
                        || scene.skills().serving(meant.intent()).isPresent());
    }

    private static boolean isSomethingToDo(Intent intent) {
        return switch (intent.act()) {
            case "report", "help", "ask", "book", "suggest", "propose" -> true;
            default -> false;
        };
    }

    private static boolean sameAim(Part part, Understanding meant) {
        return part.meant().intent().equals(meant.intent())
                && !Commas.areApart(part.meant().entities(), meant.entities());
    }
}
