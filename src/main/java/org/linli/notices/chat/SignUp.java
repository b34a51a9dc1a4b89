package org.linli.notices.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.Notice;
import org.linli.notices.joining.Activity;
import org.linli.notices.joining.Applicant;
import org.linli.notices.joining.DecideWhoComes;
import org.linli.notices.joining.OpenActivities;
import org.linli.notices.joining.Register.Step;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "报名", "报名2人", "取消报名": places at an activity that a notice invites to. Where no activity is open it is a
/// question for staff; where several are, and none is named, they are told.
@Component
class SignUp implements Skill {

    private static final Intent SIGN_UP = new Intent("notice.sign-up");

    private final OpenActivities open;
    private final DecideWhoComes decide;

    SignUp(OpenActivities open, DecideWhoComes decide) {
        this.open = open;
        this.decide = decide;
    }

    @Override
    public String id() {
        return "sign-up";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(SIGN_UP);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.staff() == null && !open.in(speaker.community()).isEmpty()
                ? words(speaker, said)
                        .filter(it -> speaker.group() == null || isMeant(speaker, it.rest()))
                        .map(_ -> SIGN_UP)
                : Optional.empty();
    }

    @Override
    public boolean continues(String said) {
        return SignUpWords.howMany(said).or(() -> SignUpWords.staysAway(said)).isPresent();
    }

    /// Neighbours sign up for much that is not ours.
    private boolean isMeant(Speaker speaker, String rest) {
        return rest.isEmpty() || open.names(speaker.community(), rest);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return words(request.speaker(), request.text())
                .map(it -> it.leaves() ? leaves(request, it) : named(request, it))
                .or(() -> SignUpWords.howMany(request.text()).map(it -> howMany(request, it)))
                .or(() -> SignUpWords.staysAway(request.text()).map(it -> leaves(request, it)))
                .orElseGet(() -> named(request, new SignUpWords(false, 1, "")));
    }

    /// "取消报名", "不去了": of what they signed up to, the one that is named; of several they are asked which.
    private Mono<Answer> leaves(Request request, SignUpWords words) {
        var named = open.meant(request.speaker().community(), request.text());
        if (named.size() == 1 && !words.rest().isEmpty()) {
            return named(request, words);
        }
        return joined(request)
                .map(joined -> joined.stream().anyMatch(named::contains)
                        ? joined.stream().filter(named::contains).toList()
                        : joined)
                .flatMap(meant -> switch (meant.size()) {
                    case 0 -> named(request, words);
                    case 1 -> answered(request, words, meant.getFirst().notice());
                    default -> Mono.just(Answer.saying("activity-leave-which", Map.of("titles", titles(meant))));
                });
    }

    private Mono<List<Activity>> joined(Request request) {
        return decide.joined(open.in(request.speaker().community()), by(request), request.at());
    }

    /// "两个人": at what they signed up to a moment ago, whatever it is called.
    private Mono<Answer> howMany(Request request, SignUpWords words) {
        return joined(request)
                .flatMap(it -> it.isEmpty()
                        ? named(request, words)
                        : answered(request, words, it.getFirst().notice()));
    }

    private Mono<Answer> named(Request request, SignUpWords words) {
        var meant = open.meant(request.speaker().community(), request.text());
        return meant.size() == 1
                ? answered(request, words, meant.getFirst().notice())
                : Mono.just(Answer.saying("activity-which", Map.of("titles", titles(meant))));
    }

    private static Optional<SignUpWords> words(Speaker speaker, String said) {
        return SignUpWords.in(said, speaker.group() != null);
    }

    private static String titles(List<Activity> meant) {
        return meant.stream()
                .map(it -> "“" + it.notice().wording().title() + "”")
                .collect(Collectors.joining());
    }

    private Mono<Answer> answered(Request request, SignUpWords words, Notice activity) {
        var by = by(request);
        var decided = words.leaves()
                ? decide.leaves(activity, by, request.at())
                : decide.joins(activity, by, words.people(), request.at());
        return decided.map(it -> new Answer(template(it.step()), it.facts(), it.effects()))
                .defaultIfEmpty(Answer.saying("passed-on", Map.of()));
    }

    private static Applicant by(Request request) {
        return new Applicant(request.speaker().resident(), request.speaker().address());
    }

    private static String template(Step step) {
        return switch (step.what()) {
            case COMES -> "activity-comes";
            case WAITS -> "activity-waits";
            case KNOWN -> "activity-known";
            case LEFT -> "activity-left";
            case NOT_THERE -> "activity-not-there";
        };
    }
}
