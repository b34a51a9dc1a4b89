package org.linli.channels.wecom;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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

    private static final Pattern CODE = Pattern.compile("errcode (-?\\d+)$");
    private static final String OTHER_ADDRESS = "60020";
    private static final Set<String> WRONG_SECRET =
            Set.of("40001", "40013", "40014", "40056", "41001", "41002", "41004", "42001");
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
        var code = CODE.matcher(String.valueOf(failure.getMessage()));
        String number = code.find() ? code.group(1) : "";
        if (number.equals(OTHER_ADDRESS)) {
            return steps(Result.UNKNOWN, Result.MISSING, about, Result.UNKNOWN, failure);
        }
        if (WRONG_SECRET.contains(number)) {
            return steps(Result.MISSING, Result.UNKNOWN, about, Result.UNKNOWN, failure);
        }
        return number.isEmpty() || SAY_NOTHING.contains(failure.reason())
                ? steps(Result.UNKNOWN, Result.UNKNOWN, about, Result.UNKNOWN, failure)
                : steps(Result.DONE, Result.DONE, about, Result.MISSING, failure);
    }

    private static List<Step> steps(Result token, Result address, What about, Result result, SendFailure failure) {
        String detail = String.valueOf(failure.getMessage());
        return List.of(
                new Step(What.TOKEN, token, token == Result.DONE ? "" : detail),
                new Step(What.IP, address, address == Result.DONE ? "" : detail),
                new Step(about, result, detail));
    }

    private static Step done(What what) {
        return new Step(what, Result.DONE, "");
    }
}
