package org.linli.channels.tencent;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.linli.channels.Account;
import org.linli.channels.Exchanges;
import org.linli.channels.Media;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/// A platform's interface, called in the name of an owner: with its access token, and once more with a new one where
/// the platform does not take the first.
///
/// @param <O> whose name it is
public class AuthorizedApi<O extends TokenOwner> {

    private static final String UPLOAD = "/cgi-bin/media/upload";

    private final TencentApi http;
    private final AccessTokens<O> tokens;
    private final LongFunction<? extends PlatformCode> codes;
    private volatile NoteCalls notes = NoteCalls.NOWHERE;

    /// @param codes what the platform's numbers mean
    protected AuthorizedApi(TencentApi http, AccessTokens<O> tokens, LongFunction<? extends PlatformCode> codes) {
        this.http = http;
        this.tokens = tokens;
        this.codes = codes;
    }

    /// Signals [SendFailure] and no other error, for every `errcode` that is no success too.
    ///
    /// @param path without the token, which is added
    /// @return what the platform said, having done it; never empty
    public Mono<PlatformAnswer> post(O owner, String path, String json) {
        return notes.of(
                owner.accounts(),
                path,
                authorized(owner, token -> http.post(address(owner, path, Map.of(), token), json)));
    }

    /// Says something that names an uploaded picture. Errors as those of [#post], but for the one below.
    ///
    /// @return what the platform said; never empty, but [PlatformCode#forgetsMedia] where it has lost the picture:
    ///         nothing was done then
    Mono<PlatformAnswer> postShowing(O owner, String path, String json) {
        return notes.of(
                owner.accounts(),
                path,
                authorized(
                        owner,
                        token -> http.post(address(owner, path, Map.of(), token), json),
                        answer -> forgetsMedia(answer) ? 0 : answer.errcode()));
    }

    boolean forgetsMedia(PlatformAnswer answer) {
        return codes.apply(answer.errcode()).forgetsMedia();
    }

    /// Hands a picture over. Errors as those of [#post].
    ///
    /// @return the platform's id for it; empty where it gives none
    Mono<String> upload(O owner, Media picture) {
        var query = Map.of("type", "image");
        return notes.of(
                        owner.accounts(),
                        UPLOAD,
                        authorized(owner, token -> http.upload(address(owner, UPLOAD, query, token), picture)))
                .map(answer -> answer.textOf("media_id"))
                .filter(id -> !id.isEmpty());
    }

    /// Asks without changing anything. Errors as those of [#post]; never empty.
    public Mono<PlatformAnswer> get(O owner, String path, Map<String, String> query) {
        return notes.of(
                owner.accounts(), path, authorized(owner, token -> http.get(address(owner, path, query, token))));
    }

    /// Until when the token that we hold is used. Asks no platform. Empty where we hold none.
    public Mono<Instant> tokenUntil(O owner) {
        return tokens.until(owner);
    }

    /// Makes any other call that wants the owner's token, like one that uploads. Errors as those of [#post].
    public Mono<PlatformAnswer> authorized(O owner, Function<String, Mono<PlatformAnswer>> call) {
        return authorized(owner, call, PlatformAnswer::errcode);
    }

    /// The same for answers of another shape, like files.
    ///
    /// @param errcode that an answer names; zero where it names none
    public <T> Mono<T> authorized(O owner, Function<String, Mono<T>> call, ToLongFunction<T> errcode) {
        return once(owner, call, errcode)
                .onErrorResume(
                        TokenRefused.class,
                        refused -> tokens.drop(owner, refused.token).then(once(owner, call, errcode)))
                .onErrorResume(
                        TokenRefused.class,
                        again -> tokens.giveUp(owner, again.token, again.code).then(Mono.error(again.code::failure)));
    }

    /// The same call, noted as one of these accounts'.
    protected final Mono<PlatformAnswer> noted(List<Account> accounts, String path, Mono<PlatformAnswer> call) {
        return Mono.defer(() -> notes.of(accounts, path, call));
    }

    /// From now on calls are noted there.
    @Autowired
    void noteIn(ObjectProvider<Exchanges> exchanges, Clock clock) {
        notes = new NoteCalls(exchanges.getIfAvailable(() -> Exchanges.NOWHERE), clock);
    }

    private <T> Mono<T> once(O owner, Function<String, Mono<T>> call, ToLongFunction<T> errcode) {
        return tokens.of(owner)
                .flatMap(token -> call.apply(token).doOnNext(answer -> check(errcode.applyAsLong(answer), token)));
    }

    private void check(long errcode, String token) {
        PlatformCode code = codes.apply(errcode);
        if (code.refusesToken()) {
            throw new TokenRefused(code, token);
        }
        if (!code.isSuccess()) {
            throw code.failure();
        }
    }

    private static URI address(TokenOwner owner, String path, Map<String, String> query, String token) {
        var all = new HashMap<>(query);
        all.put("access_token", token);
        return TencentApi.address(owner.apiBase(), path, all);
    }

    /// Another token may do. Never leaves this class.
    private static final class TokenRefused extends RuntimeException {

        private final transient PlatformCode code;
        private final transient String token;

        TokenRefused(PlatformCode code, String token) {
            super("errcode " + code.value(), null, false, false);
            this.code = code;
            this.token = token;
        }
    }
}
