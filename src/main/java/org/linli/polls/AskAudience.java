package org.linli.polls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.choosing.ChooseResidents;
import org.linli.community.choosing.Chosen;
import org.linli.community.choosing.Whom;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.OpenPoll.Question;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks some of those who live at a place, by what staff knows of them: dog owners, volunteers. They are a register
/// that is frozen now, and each is written to in private, see [TellVoters]; what they were chosen by is told to
/// nobody.
@Service
public class AskAudience {

    private static final int PAGE = 500;

    private final Communities communities;
    private final ChooseResidents choose;
    private final OpenPoll polls;

    AskAudience(Communities communities, ChooseResidents choose, OpenPoll polls) {
        this.communities = communities;
        this.choose = choose;
        this.polls = polls;
    }

    /// Empty, and nobody is asked, where there is nobody. Asked again under the same id, the first is given back.
    ///
    /// @param question of an [Electorate#audience]
    /// @param tag      what staff knows of them
    public Mono<Poll> ask(UUID id, Question question, String tag) {
        var who = new Whom.All(List.of(new Whom.LivesIn(question.electorate().place()), new Whom.Tagged(tag)));
        return communities
                .map(question.community())
                .flatMap(map -> all(map, who, "")
                        .map(Chosen::resident)
                        .collectList()
                        .map(all -> voters(question.electorate().voice(), all, map)))
                .filter(voters -> !voters.isEmpty())
                .flatMap(voters -> polls.open(
                        id,
                        question,
                        register(voters),
                        poll -> List.of(new VoicesGiven(poll, shared(voters)), OpenPoll.asked(poll))));
    }

    private Flux<Chosen> all(CommunityMap map, Whom who, String after) {
        return choose.page(map, who, after, PAGE)
                .collectList()
                .flatMapMany(page -> page.size() < PAGE
                        ? Flux.fromIterable(page)
                        : Flux.fromIterable(page)
                                .concatWith(Flux.defer(() ->
                                        all(map, who, page.getLast().resident().id()))));
    }

    /// By resident.
    private static SequencedMap<String, Voter> voters(Voice voice, List<Resident> all, CommunityMap map) {
        var voters = new LinkedHashMap<String, Voter>();
        for (Resident it : all) {
            if (voice != Voice.HOUSEHOLD) {
                voters.put(it.id(), new Voter("resident:" + it.id(), home(it), ""));
            } else if (isRoom(home(it), map)) {
                voters.put(it.id(), new Voter("home:" + home(it), home(it), ""));
            }
        }
        return voters;
    }

    private static boolean isRoom(String home, CommunityMap map) {
        return map.place(home).filter(it -> it.kind() == Place.Kind.ROOM).isPresent();
    }

    /// Each voice once.
    private static List<Voter> register(SequencedMap<String, Voter> voters) {
        return voters.values().stream().distinct().toList();
    }

    /// Who of a household was chosen: nobody else of it is written to.
    private static Map<String, String> shared(SequencedMap<String, Voter> voters) {
        var shared = new LinkedHashMap<String, String>();
        voters.forEach((resident, voter) -> {
            if (!voter.id().equals("resident:" + resident)) {
                shared.put(resident, voter.id());
            }
        });
        return shared;
    }

    private static String home(Resident it) {
        String home = it.home();
        return home == null ? "" : home;
    }
}
