package org.linli.dialogue.danger;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.community.Place;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.topics.Topic;
import org.linli.understanding.Intent;

/// Hears neighbours say that help is there, or is not, while the group speaks of an emergency: "119来了". Whoever of them
/// says it, staff learns it; the group hears nothing of us.
public record HelpCame(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");

    private static final String THERE = "(?:进?来|进?到|赶到|在路上|进(?:小区|院|楼))";

    private static final Pattern CAME = Phrases.whole(
            "(?:120|119|110|999|急救(?:车|员|人员)?|救护(?:车|人员)|消防(?:车|员|队)?|警察|民警|警车|医生|保安|物业|网格员|维保|师傅|(?:供电|电力)(?:局|公司)|电工|(?:燃气|煤气|自来水)公司|抢修(?:队|车)?)(?:的?人|们)*"
                    + "(?:都|已经|也|终于|刚|现在|怎么|还)*+(?:没有?" + THERE + "[了啦呢啊]*|在路上[了啦呢啊]*|" + THERE + "[了啦][呢啊]*)");

    /// Of these neighbours speak whatever is broken.
    private static final Pattern MAY_MEND = Pattern.compile("物业|维保|师傅|[供电][电力]|电工|公司|抢修");

    /// Empty where it is said to us, or something else is said, or that none came to what we know nothing of.
    public Optional<Turn> answer(Conversation talk, String words) {
        boolean overheard =
                scene.inGroup() && !scene.addressed() && scene.speaker().staff() == null;
        return overheard && isSaid(words) && !isOfAnother()
                ? own(talk, words).or(() -> ofNeighbours(talk, words))
                : Optional.empty();
    }

    /// Whoever points at another case says it of that.
    private boolean isOfAnother() {
        var quoted = scene.quoted();
        return quoted != null && !isEmergency(quoted);
    }

    private static boolean isEmergency(Topic topic) {
        return new Intent(topic.label()).equals(Intent.EMERGENCY);
    }

    public static boolean isSaid(String words) {
        return words.length() <= Phrases.LONGEST_SET && CAME.matcher(words).matches();
    }

    private Optional<Turn> own(Conversation talk, String words) {
        return new StillInDanger(scene).overheard(talk, words);
    }

    private Optional<Turn> ofNeighbours(Conversation talk, String words) {
        return MAY_MEND.matcher(words).find()
                ? Optional.empty()
                : neighbours(talk, words).or(() -> ofNothingKnown(talk, words));
    }

    private Optional<Turn> neighbours(Conversation talk, String words) {
        return scene.spokenOf().mayBeMeant().stream()
                .filter(HelpCame::isEmergency)
                .filter(it -> it.saidAt().plus(Topic.REMEMBERED).isAfter(scene.now()))
                .findFirst()
                .map(it -> added(Turn.silent(talk), it, words)
                        .thenAll(new TellStaff(scene).moreOfEmergency(scene.kept(words), place(it.place()))));
    }

    /// The case remembers it as well. Where nobody can add to a case, staff is told all the same.
    private Turn added(Turn turn, Topic emergency, String words) {
        var request = new Spoken(scene)
                .addedTo(Gathered.of(scene.key()).about(ADDITION), words)
                .request(ADDITION, scene.speaker(), scene.map(), scene.at())
                .ofEmergency()
                .concerning(emergency.about(), false);
        return scene.skills()
                .serving(ADDITION)
                .map(skill -> turn.then(new Act.Perform(skill, request, new Act.Say("", Map.of()))))
                .orElse(turn);
    }

    /// Of what nobody told here it is no alarm that help is there.
    private static Optional<Turn> ofNothingKnown(Conversation talk, String words) {
        return words.contains("没") ? Optional.empty() : Optional.of(Turn.silent(talk));
    }

    private @Nullable Place place(@Nullable String id) {
        return id == null ? null : scene.map().place(id).orElse(null);
    }
}
