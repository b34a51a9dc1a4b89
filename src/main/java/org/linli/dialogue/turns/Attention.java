package org.linli.dialogue.turns;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Heard.Said;
import org.linli.dialogue.topics.OtherThingSaid;
import org.linli.dialogue.topics.Reference;
import org.linli.dialogue.topics.Topic;
import org.linli.dialogue.topics.TopicTold;

/// How what is said in a group moves its attention: pure.
public record Attention(Scene scene) {

    /// Whoever says "+1" after it means it, and nothing before. "+1" at the beginning answers what was said.
    private static final Pattern INVITATION =
            Pattern.compile("接龙|团购|拼单|拼团|报名|[想需]?要的|谁要|有要|有没有人|扣\\s*1|回复?\\s*1|(?<=.)[+＋]\\s*1|投票|打卡");

    private static final int LEADS_AWAY = 100;

    /// What a problem that a skill has taken is to the group from now on. Empty where it is for one person's ears.
    Optional<TopicTold> drawnBy(Request request, Answer answer, boolean silently) {
        var group = scene.speaker().group();
        var about = answer.about();
        return group == null || about == null
                ? Optional.empty()
                : Optional.of(new TopicTold(
                        scene.speaker().community(),
                        group.address(),
                        new Topic(
                                about,
                                request.intent().label(),
                                request.place() == null ? null : request.place().id(),
                                scene.now(),
                                0,
                                0,
                                silently ? Instant.EPOCH : scene.now())));
    }

    /// Empty where nobody speaks of anything that could be meant later.
    public Optional<OtherThingSaid> lostBy(Turn turn) {
        var group = scene.speaker().group();
        boolean told = turn.acts().stream().anyMatch(Act.Perform.class::isInstance);
        return group == null
                        || scene.spokenOf().topics().isEmpty()
                        || told
                        || !(scene.heard() instanceof Said(String words))
                ? Optional.empty()
                : Optional.of(
                        new OtherThingSaid(scene.speaker().community(), group.address(), weight(words), scene.now()));
    }

    private static int weight(String words) {
        return INVITATION.matcher(words).find() && Reference.in(words).isEmpty() ? LEADS_AWAY : 1;
    }
}
