package org.linli.channels.wecom.bot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.wecom.Steps;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our AI bots are. They have no secret and call nobody first, so there is nothing to ask: the platform has called,
/// and beside each stands a group robot for what comes late.
@Component
class CheckBots implements Checkup {

    private final Map<String, WecomBot> bots;

    CheckBots(WecomSettings settings) {
        this.bots = WecomBot.all(settings);
    }

    @Override
    public ChannelId channel() {
        return BotChannel.ID;
    }

    @Override
    public List<Account> accounts() {
        return bots.values().stream().map(WecomBot::account).toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return Mono.empty();
    }

    @Override
    public Flux<Step> check(Account account) {
        return Mono.justOrEmpty(bots.get(account.id()))
                .flatMapMany(bot -> Flux.just(Steps.url(), Steps.step(What.ROBOT, hasRobotBeside(bot))));
    }

    private static boolean hasRobotBeside(WecomBot bot) {
        return bot.corp().robots().stream().anyMatch(it -> !it.chats().isEmpty());
    }
}
