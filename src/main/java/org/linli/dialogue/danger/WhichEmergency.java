package org.linli.dialogue.danger;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.dialogue.phrases.BarePlace;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.topics.Reference;
import org.linli.dialogue.topics.Topic;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Finds the emergency of their group that neighbours tell more of. What may be said of any trouble is of their own one
/// where they have one: the answer to what we asked them, or more of what they have reported since.
///
/// @param talk of whoever says it
record WhichEmergency(Scene scene, Conversation talk) {

    /// Named with this, it is of the danger, whatever was spoken of since.
    private static final Pattern OF_DANGER = Pattern.compile("火|烟|人|孩子|老人|娃|煤气|燃气|味|困|救|11[09]|120|消防|警|医生");

    /// From here on it is rather of the danger, whatever else it sounds like.
    private static final double DANGER = 0.6;

    /// Empty where the group speaks of none, or something else is said.
    Optional<Topic> of(String words) {
        return ToldByNeighbours.mayBe(words)
                ? fresh().filter(it -> isPlain(words) || isLast(it) && !isOfOwn(it))
                        .findFirst()
                : Reference.in(words)
                        .or(() -> whereItIs(words))
                        .filter(_ -> !isAnotherMatter(words))
                        .flatMap(this::pointedAt);
    }

    /// Empty where a picture without words has nothing to do with one.
    Optional<Topic> ofPicture() {
        return pointedAt(Reference.PICTURE);
    }

    /// "3栋2单元", right after the alarm.
    private static Optional<Reference> whereItIs(String words) {
        return BarePlace.isAll(words) ? Optional.of(Reference.POINTER) : Optional.empty();
    }

    private Optional<Topic> pointedAt(Reference reference) {
        return scene.spokenOf().mayBeMeant().stream()
                .filter(it -> it.isMeantBy(reference, scene.now()))
                .findFirst()
                .filter(it -> it.isEmergency() && !isOfOwn(it));
    }

    private Stream<Topic> fresh() {
        return scene.spokenOf().mayBeMeant().stream()
                .filter(Topic::isEmergency)
                .filter(it -> it.saidAt().plus(Topic.REMEMBERED).isAfter(scene.now()));
    }

    private static boolean isPlain(String words) {
        return OF_DANGER.matcher(words).find() && !HelpCame.mayBeOfATrouble(words);
    }

    /// What "我家也是" and "没事了" mean is what was spoken of last.
    private boolean isLast(Topic emergency) {
        return scene.spokenOf().mayBeMeant().stream()
                .findFirst()
                .filter(emergency::equals)
                .isPresent();
    }

    private boolean isOfOwn(Topic emergency) {
        var done = talk.done();
        boolean isReported = done != null
                && done.isOfCase()
                && done.isFresh(scene.now())
                && done.at().isAfter(emergency.saidAt());
        return isReported || talk.top().isPresent();
    }

    /// "我家也停水了" after an alarm of the lift is a report.
    private boolean isAnotherMatter(String words) {
        var meant = scene.understood(words);
        return isReport(meant) && meant.danger() < DANGER;
    }

    private static boolean isReport(Understanding meant) {
        return meant.intent().opensCase()
                && !meant.intent().equals(Intent.EMERGENCY)
                && meant.confidence() >= Scene.SURE;
    }
}
