package org.linli.cases;

import static org.linli.cases.Outcome.Refusal.STAFF_ONLY;

import java.time.Instant;
import java.util.List;
import org.linli.cases.Outcome.Refused;

/// What each [Act] does to a case. Pure: a case, an act, a person and a time give a new case, a step and news.
public record Moves(Case from, Who who, Instant now) {

    public Outcome make(Act act) {
        return mayBeDoneBy(who, act) ? make(new Move(from, who, now), act) : new Refused(STAFF_ONLY);
    }

    private static Outcome make(Move move, Act act) {
        var staff = new StaffMoves(move);
        var residents = new ResidentMoves(move);
        return switch (act) {
            case Act.Accept _ -> staff.accept();
            case Act.PassOn(String unit, String reason) -> staff.passOn(unit, reason);
            case Act.Return(String desk, String reason) -> staff.giveBack(desk, reason);
            case Act.Reply(String words) -> staff.answer(words);
            case Act.Resolve(String note, List<String> pictures) -> staff.resolve(note, pictures);
            case Act.Delay(Instant dueAt, String reason) -> staff.delay(dueAt, reason);
            case Act.Close(String words) -> staff.close(words);
            case Act.Relabel(String label, String words) -> staff.relabel(label, words);
            case Act.Unmask _ -> move.same(Step.Kind.UNMASKED, "", List.of(), List.of());
            case Act.Urge(String words) -> residents.urge(words);
            case Act.Add(String words, List<String> pictures) -> residents.add(words, pictures);
            case Act.Relocate(Problem problem, Routing.Routed routed, String words) ->
                residents.relocate(problem, routed, words);
            case Act.Withdraw(String words, boolean othersWait) -> residents.withdraw(words, othersWait);
            case Act.Rate(Rating rating) -> residents.rate(rating);
            case Act.Reopen(String words) -> residents.reopen(words);
        };
    }

    private static boolean mayBeDoneBy(Who who, Act act) {
        return switch (act) {
            case Act.Urge _, Act.Add _, Act.Relocate _, Act.Withdraw _, Act.Rate _, Act.Reopen _ -> true;
            case Act.Accept _, Act.PassOn _, Act.Return _, Act.Reply _, Act.Resolve _ -> isStaff(who);
            case Act.Delay _, Act.Close _, Act.Relabel _, Act.Unmask _ -> isStaff(who);
        };
    }

    private static boolean isStaff(Who who) {
        return who.kind() != Who.Kind.RESIDENT;
    }
}
