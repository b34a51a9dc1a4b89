package org.linli.channels.wecom.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.wecom.Steps;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our archives are: whose words they hold (the platform's page "获取会话内容存档开启成员列表"), whether the library
/// answers, and whether anything is missing that can still be got.
@Component
class CheckArchives implements Checkup {

    private final Archives archives;
    private final KeptNumbers numbers;
    private final WecomApi api;
    private final Clock clock;

    CheckArchives(Archives archives, KeptNumbers numbers, WecomApi api, Clock clock) {
        this.archives = archives;
        this.numbers = numbers;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public ChannelId channel() {
        return Archives.ID;
    }

    @Override
    public List<Account> accounts() {
        return archives.all().stream().map(it -> it.caller().account()).toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return archive(account).flatMap(it -> api.tokenUntil(it.caller()));
    }

    @Override
    public Flux<Step> troubles(Account account) {
        return gaps(account).filter(it -> it.result() == Result.MISSING).flux();
    }

    @Override
    public Flux<Step> check(Account account) {
        return archive(account)
                .flatMapMany(it -> Flux.concat(
                        Steps.of(
                                api.post(it.caller(), "/cgi-bin/msgaudit/get_permit_user_list", "{}"),
                                What.MEMBERS,
                                answer -> List.of(Steps.step(
                                        What.MEMBERS, !answer.json().path("ids").isEmpty()))),
                        library(it),
                        gaps(account)));
    }

    private static Mono<Step> library(Archives.Archive archive) {
        return archive.chats()
                .after(0, 1)
                .map(_ -> new Step(What.LIBRARY, Result.DONE, ""))
                .onErrorResume(
                        ArchiveFailure.class,
                        failure -> Mono.just(
                                new Step(What.LIBRARY, Result.MISSING, String.valueOf(failure.getMessage()))));
    }

    private Mono<Step> gaps(Account account) {
        return numbers.gaps(account.id(), clock.instant().minus(ReadArchive.RETENTION))
                .map(it -> it.open() + it.lost())
                .map(it ->
                        new Step(What.GAPS, it == 0 ? Result.DONE : Result.MISSING, it == 0 ? "" : Long.toString(it)));
    }

    private Mono<Archives.Archive> archive(Account account) {
        return Mono.justOrEmpty(archives.named(account.id()));
    }
}
