package org.linli.channels.wecom;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.channels.Checkup.Result;
import org.linli.channels.Checkup.Step;
import org.linli.channels.Checkup.What;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.PlatformAnswer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What one question to the platform tells of an account with a secret: whether its token and our IP address are good,
/// and what the question is about. Codes by the platform's page "全局错误码".
public final class Steps {

    private static final long OTHER_ADDRESS = 60020;
    private static final Set<Long> WRONG_SECRET =
            Set.of(40001L, 40013L, 40014L, 40056L, 41001L, 41002L, 41004L, 42001L);
    private static final Set<SendFailure.Reason> SAY_NOTHING =
            Set.of(SendFailure.Reason.UNREACHABLE, SendFailure.Reason.UNCERTAIN, SendFailure.Reason.THROTTLED);

    private Steps() {}

    /// The address that the platform is to call. Whether it did, only the log knows.
    public static Step url() {
        return new Step(What.URL, Result.UNKNOWN, "");
    }

    /// Never an error.
    ///
    /// @param question to the platform, in the account's name
    /// @param about    what the answer tells beside token and address
    public static Flux<Step> of(Mono<PlatformAnswer> question, What about, Function<PlatformAnswer, List<Step>> told) {
        return question.map(answer -> Stream.concat(
                                Stream.of(done(What.TOKEN), done(What.IP)), told.apply(answer).stream())
                        .toList())
                .onErrorResume(SendFailure.class, failure -> Mono.just(failed(about, failure)))
                .flatMapIterable(it -> it);
    }

    /// @param good whether it is as it should be
    public static Step step(What what, boolean good) {
        return new Step(what, good ? Result.DONE : Result.MISSING, "");
    }

    static List<Step> failed(What about, SendFailure failure) {
        var code = failure.code();
        if (failure.names(OTHER_ADDRESS)) {
            return steps(Result.UNKNOWN, Result.MISSING, about, Result.UNKNOWN, failure);
        }
        if (code.filter(WRONG_SECRET::contains).isPresent()) {
            return steps(Result.MISSING, Result.UNKNOWN, about, Result.UNKNOWN, failure);
        }
        return code.isEmpty() || SAY_NOTHING.contains(failure.reason())
                ? steps(Result.UNKNOWN, Result.UNKNOWN, about, Result.UNKNOWN, failure)
                : steps(Result.DONE, Result.DONE, about, Result.MISSING, failure);
    }

    private static List<Step> steps(Result token, Result address, What about, Result result, SendFailure failure) {
        String detail = failure.detail();
        return List.of(
                new Step(What.TOKEN, token, token == Result.DONE ? "" : detail),
                new Step(What.IP, address, address == Result.DONE ? "" : detail),
                new Step(about, result, detail));
    }

    private static Step done(What what) {
        return new Step(what, Result.DONE, "");
    }
}
