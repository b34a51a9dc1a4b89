package org.linli.polls.owners;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.OpenPoll;
import org.linli.polls.OpenPoll.Question;
import org.linli.polls.Poll;
import org.linli.polls.PollWords;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Puts a matter to the owners of a place: yes, no or abstain, each owner one voice, by the register as it is now.
@Service
public class AskOwners {

    /// @param id    names it for ever
    /// @param place whose owners are asked
    public record Matter(UUID id, String words, String place, Majority majority, Duration lasts) {}

    private final Communities communities;
    private final FindOwners owners;
    private final OpenPoll polls;
    private final PollWords words;

    AskOwners(Communities communities, FindOwners owners, OpenPoll polls, PollWords words) {
        this.communities = communities;
        this.owners = owners;
        this.polls = polls;
        this.words = words;
    }

    /// Empty, and nobody is asked, where no owners are known there. Asked again under the same id, the first is given
    /// back.
    public Mono<Poll> ask(StaffMember by, Matter matter) {
        return communities
                .map(by.community())
                .flatMap(map ->
                        Mono.justOrEmpty(map.place(matter.place())).flatMap(place -> ask(by, matter, place, map)));
    }

    private Mono<Poll> ask(StaffMember by, Matter matter, Place place, CommunityMap map) {
        return owners.at(place, map)
                .filter(all -> !all.isEmpty())
                .flatMap(all -> polls.open(
                        matter.id(),
                        question(by, matter),
                        all.stream()
                                .map(it -> new Voter(it.id(), it.place(), ""))
                                .toList(),
                        poll -> List.of(new OwnersAsked(poll, matter.majority(), all), OpenPoll.asked(poll))));
    }

    private Question question(StaffMember by, Matter matter) {
        var paper = new Paper(
                BallotKind.ONE,
                List.of(
                        new Choice(1, words.say("owners.yes")),
                        new Choice(2, words.say("owners.no")),
                        new Choice(3, words.say("owners.abstain"))),
                1,
                null);
        return new Question(
                by.community(),
                by.id(),
                matter.words(),
                paper,
                new Electorate(Voice.OWNER, matter.place(), "", true),
                false,
                matter.lasts());
    }
}
