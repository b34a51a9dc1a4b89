package org.linli.channels.wecom.bot;

import java.time.Instant;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.wecom.Steps;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our AI bots are. They have no secret and call nobody first, so there is nothing to ask: the platform has called,
/// and beside each stands a group robot for what comes late.
@Component
class CheckBots implements Checkup {

    private final Bots bots;

    CheckBots(Bots bots) {
        this.bots = bots;
    }

    @Override
    public ChannelId channel() {
        return BotChannel.ID;
    }

    @Override
    public List<Account> accounts() {
        return bots.all().stream().map(WecomBot::account).toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return Mono.empty();
    }

    @Override
    public Flux<Step> check(Account account) {
        return Mono.justOrEmpty(bots.get(account.id()))
                .flatMapMany(bot -> Flux.just(Steps.url(), Steps.step(What.ROBOT, bots.hasRobotBeside(bot))));
    }
}
