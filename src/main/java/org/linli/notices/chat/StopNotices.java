package org.linli.notices.chat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.dialogue.Answer;
import org.linli.dialogue.LearningRefused;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.notices.Kind;
import org.linli.notices.sending.FindWishes;
import org.linli.notices.sending.Wishes;
import org.linli.notices.sending.WishesSaid;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "别再给我发招聘": single kinds where they are named, otherwise all. Emergencies still come, and that is said.
@Component
class StopNotices implements Skill {

    private static final Map<Kind, Pattern> WORDS = Map.of(
            Kind.OUTAGE, Pattern.compile("停水|停电|停气"),
            Kind.ACTIVITY, Pattern.compile("活动|讲座|演出|义诊"),
            Kind.POLICY, Pattern.compile("政策|办事"),
            Kind.SAFETY, Pattern.compile("安全|消防|防诈"),
            Kind.JOBS, Pattern.compile("招聘|招工|岗位"),
            Kind.VOTE, Pattern.compile("投票|表决"));

    private final FindWishes wishes;
    private final Communities communities;

    StopNotices(FindWishes wishes, Communities communities) {
        this.wishes = wishes;
        this.communities = communities;
    }

    @Override
    public String id() {
        return "stop-notices";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("account.unsubscribe");
    }

    @Override
    public Mono<Answer> perform(Request request) {
        var resident = request.speaker().resident();
        return resident == null
                ? communities.map(request.speaker().community()).map(map -> byHand(request, map))
                : wishes.of(resident.community(), List.of(resident.id()))
                        .map(known -> stopped(request, resident, known.getOrDefault(resident.id(), Wishes.NONE)));
    }

    /// Whom we do not know gets what is sent to all followers: somebody has to take them out there.
    private static Answer byHand(Request request, CommunityMap map) {
        var chat = map.desk().chat();
        List<Effect> effects = chat == null
                ? List.of(refusal(request))
                : List.of(
                        refusal(request),
                        new Letter(
                                map.id(),
                                request.key() + "/stop",
                                chat,
                                "staff-notice-stop",
                                Map.of("words", request.text())));
        return new Answer("unsubscribed", Map.of(), effects);
    }

    /// Whoever wants to be left alone is not learnt from either.
    private static LearningRefused refusal(Request request) {
        return new LearningRefused(
                request.speaker().community(), request.speaker().address(), request.at());
    }

    private static Answer stopped(Request request, Resident resident, Wishes before) {
        var named = named(request.text());
        var unwanted = EnumSet.copyOf(named);
        unwanted.addAll(before.unwanted());
        var said =
                new WishesSaid(resident.community(), resident.id(), new Wishes(unwanted, before.quiet()), request.at());
        boolean all = named.size() == Kind.values().length;
        return new Answer("notice-stopped", Map.of("kinds", all ? "" : kinds(named)), List.of(said, refusal(request)));
    }

    private static Set<Kind> named(String words) {
        var named = WORDS.entrySet().stream()
                .filter(it -> it.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return named.isEmpty() ? EnumSet.allOf(Kind.class) : named;
    }

    private static String kinds(Set<Kind> named) {
        return named.stream().sorted().map(Kind::word).collect(Collectors.joining(" "));
    }
}
