package org.linli.channels.wecom.robot;

import java.time.Instant;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.SendFailure;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our group robots are. They have no token and nobody calls for them; whether a key is good is asked by saying
/// nothing, which a robot that is there refuses as empty.
///
/// The platform does not write down that it looks at the key first; a letter that arrives is the better proof.
@Component
class CheckRobots implements Checkup {

    private static final String NOTHING = "{\"msgtype\":\"text\",\"text\":{\"content\":\"\"}}";
    private static final long EMPTY = 44004;

    private final Robots robots;
    private final WecomApi api;

    CheckRobots(Robots robots, WecomApi api) {
        this.robots = robots;
        this.api = api;
    }

    @Override
    public ChannelId channel() {
        return Robots.GROUPS;
    }

    @Override
    public List<Account> accounts() {
        return robots.all().stream().map(Robots.Standing::account).toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return Mono.empty();
    }

    @Override
    public Flux<Step> check(Account account) {
        return Flux.fromIterable(robots.all())
                .filter(it -> it.account().equals(account))
                .concatMap(it -> api.post(it.account(), Robots.SEND, it.webhook(), NOTHING)
                        .map(_ -> new Step(What.GROUP, Result.DONE, ""))
                        .onErrorResume(SendFailure.class, failure -> Mono.just(step(failure))));
    }

    private static Step step(SendFailure failure) {
        if (failure.names(EMPTY)) {
            return new Step(What.GROUP, Result.DONE, "");
        }
        boolean gone = failure.reason() == SendFailure.Reason.MISCONFIGURED;
        return new Step(What.GROUP, gone ? Result.MISSING : Result.UNKNOWN, failure.detail());
    }
}
