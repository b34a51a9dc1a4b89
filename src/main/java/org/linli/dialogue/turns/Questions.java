package org.linli.dialogue.turns;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.dialogue.QuestionAsked;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// Whether a message asks what others of the same building may ask too: pure.
record Questions(Scene scene) {

    private static final Pattern ASKS =
            Pattern.compile("[?？吗么嘛]\\s*$|[?？]|是不是|有没有|是否|怎么|为什么|为啥|咋|几点|几号|什么时候|啥时候|多久|停到|会不会|要不要|谁知道");

    /// Below it a label is noise.
    private static final double LEAST = 0.08;

    /// Empty for what is no question, for staff, and where nobody knows of which building it is.
    Optional<QuestionAsked> asked() {
        return scene.speaker().staff() == null && scene.heard() instanceof Heard.Said(String words)
                ? asked(words)
                : Optional.empty();
    }

    private Optional<QuestionAsked> asked(String words) {
        if (!ASKS.matcher(words).find() || scene.setPhrase(words).isPresent()) {
            return Optional.empty();
        }
        var meant = scene.asSaid(words);
        return theme(meant)
                .flatMap(theme -> building(words, meant)
                        .map(building -> new QuestionAsked(
                                scene.speaker().community(),
                                scene.key(),
                                building.id(),
                                theme,
                                household(),
                                scene.now())));
    }

    /// "Is the water off?" is taken for a report as often as for a question about a notice: what it is about is the
    /// same.
    private static Optional<String> theme(Understanding meant) {
        var trouble = first(meant, "report");
        return trouble.isPresent() ? trouble : first(meant, "ask");
    }

    private static Optional<String> first(Understanding meant, String act) {
        return meant.ranking().stream()
                .filter(it -> it.confidence() >= LEAST)
                .map(Ranked::intent)
                .filter(it -> it.act().equals(act))
                .map(it -> it.label())
                .findFirst();
    }

    private Optional<Place> building(String words, Understanding meant) {
        return new Whereabouts(scene).in(words, meant.entities()) instanceof Located.Found(Place place, String _)
                ? building(place)
                : Optional.ofNullable(scene.context()).flatMap(this::building);
    }

    private Optional<Place> building(Place place) {
        return scene.map().path(place).stream()
                .filter(it -> it.kind() == Place.Kind.BUILDING)
                .findFirst();
    }

    /// Those who live together ask once, whoever of them asks; of whom no room is known is a household of their own.
    private UUID household() {
        var home = scene.home().filter(it -> it.kind() == Place.Kind.ROOM);
        String whose =
                home.map(Place::id).orElseGet(() -> scene.speaker().address().text());
        return UUID.nameUUIDFromBytes((scene.speaker().community() + "|" + whose).getBytes(StandardCharsets.UTF_8));
    }
}
