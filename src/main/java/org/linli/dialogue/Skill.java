package org.linli.dialogue;

import java.util.Optional;
import java.util.Set;
import org.linli.platform.database.Effect;
import org.linli.understanding.Intent;
import reactor.core.publisher.Mono;

/// What a capability does when somebody asks for it by writing.
///
/// The dialogue chooses the skill, asks for what is missing and keeps the thread; the skill decides and returns what
/// changes, as data. A skill may read, it never writes.
public interface Skill {

    /// Stored with unfinished talks, so it never changes: `report-case`.
    String id();

    boolean serves(Intent intent);

    /// What a set phrase means whatever a classifier thinks, like the words of the skill's own buttons. Empty for all
    /// other words. Pure and quick: asked of every message.
    default Optional<Intent> recognises(Speaker speaker, String said) {
        return Optional.empty();
    }

    /// What a set phrase means that neighbours say among themselves, where it is about us though nobody calls us. Empty
    /// for all other words, so that chatter stays alone. Pure and quick: asked of every message of a group.
    default Optional<Intent> overhears(String said) {
        return Optional.empty();
    }

    /// Whether words right after it was performed can only mean it once more, like "两个人" after somebody signed up.
    /// Pure and quick.
    default boolean continues(String said) {
        return false;
    }

    /// What has to be known before [#perform] is called; asked for one at a time.
    default Set<Need> needs(Intent intent) {
        return Set.of();
    }

    /// Does what was asked for. Never empty. Signals nothing that a person caused: a refusal is an answer.
    Mono<Answer> perform(Request request);

    /// What is to be remembered of a request that no skill serves and that staff has to answer. Empty: nothing. Pure.
    default Optional<Effect> leftOpen(Request request) {
        return Optional.empty();
    }

    /// What this skill asked this person last and still waits for, like a rating. Empty when it waits for nothing.
    ///
    /// Asked only when a message looks like a bare reply ("4", "3 5 7", "satisfied", "still broken"), or may
    /// answer a question that is [free][OpenQuestion#free] or a [choice][OpenQuestion#choice].
    default Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return Mono.empty();
    }

    /// Reads a reply to its own question. Empty when the words are no answer to it.
    default Mono<Answer> reply(OpenQuestion question, Request request) {
        return Mono.empty();
    }
}
