package org.linli.teaching.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.channels.Content;
import org.linli.community.Role;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.dialogue.Teachable;
import org.linli.inbox.QuotedMessages;
import org.linli.inbox.QuotedMessages.Quoted;
import org.linli.platform.traces.MessageKey;
import org.linli.understanding.Explain;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "You should have heard that", in reply to what a neighbour said: staff puts it into the teaching room, where most
/// of what a group says never comes. The same words of anybody else are an ordinary message.
@Component
class PointAtMissed implements Skill {

    private static final Intent INTENT = new Intent("staff.teach");
    private static final Set<Role> TEACH = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);
    private static final Pattern SAID = Pattern.compile("^\\s*(?:这句话?|这条)你?(?:应该|该)(?:听懂|听见|听到|记下来?)的?[。.!！]?\\s*$");

    private final QuotedMessages quoted;
    private final Explain explain;

    PointAtMissed(QuotedMessages quoted, Explain explain) {
        this.quoted = quoted;
        this.explain = explain;
    }

    @Override
    public String id() {
        return "teach-missed";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(INTENT);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        var staff = speaker.staff();
        return staff != null
                        && TEACH.contains(staff.role())
                        && SAID.matcher(said).matches()
                ? Optional.of(INTENT)
                : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.justOrEmpty(
                        MessageKey.arrivalIn(request.key()).stream().boxed().findFirst())
                .flatMap(arrival -> quoted.of(request.speaker().community(), arrival))
                .flatMap(it -> Mono.justOrEmpty(lesson(request, it)))
                .map(it -> new Answer("lesson-noted", Map.of(), List.of(it)))
                .defaultIfEmpty(Answer.saying("lesson-unknown", Map.of()));
    }

    /// Empty where it is not made of words.
    private Optional<Teachable> lesson(Request request, Quoted it) {
        var message = it.message();
        boolean inGroup = message.group() != null;
        return message.content() instanceof Content.Text said && !said.text().isBlank()
                ? Optional.of(lesson(request, it, said.text(), inGroup))
                : Optional.empty();
    }

    private Teachable lesson(Request request, Quoted it, String words, boolean inGroup) {
        var guess = explain.ranking(words, inGroup).getFirst();
        return new Teachable(
                request.speaker().community(),
                "pointed-at-" + it.arrival(),
                it.message().from(),
                words,
                inGroup,
                guess.intent().label(),
                guess.confidence(),
                null,
                Teachable.Cause.MISSED,
                request.at());
    }
}
