package org.linli.dialogue.deciding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.topics.Reference;
import org.linli.dialogue.topics.Topic;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Likeness;
import org.linli.understanding.Understanding;

/// Finds out whether somebody speaks of the problem that a neighbour told in this group, and lets it be one case.
///
/// Whoever says of another building that it is the same there reports the same for that building.
record JoinTopic(Scene scene) {

    private static final Act.Say NOTHING = new Act.Say("", Map.of());
    private static final Act.Say LINE = new Act.Say("topic-joined", Map.of());

    /// Empty where the words are about something else.
    Optional<Turn> saying(Conversation talk, String words) {
        if (!isResidentInGroup()) {
            return Optional.empty();
        }
        var meant = scene.understood(words);
        var said = Gathered.of(scene.key()).saying(scene.kept(words)).showing(talk.pictures());
        return Reference.in(words)
                .flatMap(reference -> meant(reference, words, meant)
                        .map(topic -> joined(talk, topic, said, place(reference, meant.entities(), told(topic)))));
    }

    /// Empty where a picture without words has nothing to do with it.
    Optional<Turn> showing(Conversation talk, String picture) {
        return isResidentInGroup()
                ? meant(Reference.PICTURE, "", null)
                        .map(topic ->
                                joined(talk, topic, Gathered.of(scene.key()).showing(List.of(picture)), null))
                : Optional.empty();
    }

    private boolean isResidentInGroup() {
        return scene.inGroup() && scene.speaker().staff() == null;
    }

    /// The latest one that fits.
    private Optional<Topic> meant(Reference reference, String words, @Nullable Understanding meant) {
        return scene.spokenOf().mayBeMeant().stream()
                .filter(topic -> !topic.isEmergency())
                .filter(topic -> topic.isMeantBy(reference, scene.now()))
                .filter(topic -> meant == null || isCompatible(words, meant, topic))
                .findFirst();
    }

    /// "我家也停电了" after a report of the lift is another problem, however unsure we are among neighbours.
    private static boolean isCompatible(String words, Understanding meant, Topic topic) {
        return meant.intent().label().equals(topic.label())
                || !(isSurelyAnother(meant)
                        || Likeness.namesOther(words, topic.label()) && isLikelyAnother(meant, topic));
    }

    private static boolean isSurelyAnother(Understanding meant) {
        return meant.intent().opensCase() && meant.confidence() >= Scene.SURE;
    }

    private static boolean isLikelyAnother(Understanding meant, Topic topic) {
        return meant.ranking().stream()
                .filter(it -> it.intent().opensCase())
                .findFirst()
                .filter(it -> !it.intent().label().equals(topic.label()))
                .isPresent();
    }

    private Turn joined(Conversation talk, Topic topic, Gathered said, @Nullable Place named) {
        var intent = new Intent(topic.label());
        var told = told(topic);
        boolean elsewhere = named != null && told != null && !areTogether(named, told);
        var where = named == null ? told : named;
        var about = said.about(intent);
        var request =
                (where == null ? about : about.at(where, "")).request(intent, scene.speaker(), scene.map(), scene.at());
        var next = Turn.silent(talk.keepingPictures(List.of()).completing(intent.label(), scene.now()));
        return scene.skills()
                .serving(intent)
                .map(skill -> next.then(
                        elsewhere
                                ? new Act.Perform(skill, request, null)
                                : new Act.Perform(
                                        skill, request.concerning(topic.about(), scene.addressed()), line(topic))))
                .orElse(next);
    }

    private Act.Say line(Topic topic) {
        return scene.addressed() || topic.deservesLine(scene.now()) ? LINE : NOTHING;
    }

    private @Nullable Place told(Topic topic) {
        return topic.place() == null ? null : scene.map().place(topic.place()).orElse(null);
    }

    /// The place that is named; in a group of many buildings otherwise the home of whoever says that it is so there.
    private @Nullable Place place(Reference reference, Entities said, @Nullable Place told) {
        var near = told == null ? scene.context() : told;
        if (said.namesPlace()
                && scene.map().locate(said.building(), said.unit(), said.room(), near)
                        instanceof Located.Found(Place named, String _)) {
            return named;
        }
        return reference == Reference.POINTER || isOfOneBuilding()
                ? null
                : scene.home().flatMap(new Whereabouts(scene)::building).orElse(null);
    }

    private boolean isOfOneBuilding() {
        return scene.here().flatMap(new Whereabouts(scene)::building).isPresent();
    }

    private boolean areTogether(Place one, Place other) {
        return scene.map().isWithin(one, other.id())
                || scene.map().isWithin(other, one.id())
                || inOneBuilding(one, other);
    }

    private boolean inOneBuilding(Place one, Place other) {
        var where = new Whereabouts(scene);
        var building = where.building(one);
        return building.isPresent() && building.equals(where.building(other));
    }
}
