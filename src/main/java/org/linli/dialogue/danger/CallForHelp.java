package org.linli.dialogue.danger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.asking.Ask;
import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.phrases.BarePlace;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Danger;
import org.linli.dialogue.talk.Done;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.where.Storey;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Intent;

/// Answers an emergency before anything else: whom to call, then staff, then a case, and only then the place.
public record CallForHelp(Scene scene) {

    /// "3栋2单元 119" calls for them, and is no room.
    private static final Pattern CALLS = Pattern.compile("(?<![0-9])(?:110|119|120)(?![0-9室户号])");

    /// Of where whoever cries for help is at home; 学校门口, 公司楼下 and 隔壁小区 are somewhere else.
    private static final Pattern BESIDE_HOME =
            Pattern.compile("(?<!公司|单位|宿舍|[店场院校园厅市行所局站]|[妈爸婆爷奶友]家)(?:楼[上下]|楼道)|隔壁(?!小区|村|街|[楼栋幢座](?![上下]))|对门"
                    + "|(?:^|[我们元楼在到\\s\\p{P}]|(?:^|[我们在\\s\\p{P}])家)门口");

    private static final Intent ADDITION = new Intent("case.add");

    /// Empty where it is no emergency.
    public Optional<Turn> answer(Conversation talk) {
        return scene.heard() instanceof Heard.Said(String words)
                        && new CryForHelp(scene).isIn(words)
                        && !isPlaceOnly(words)
                        && !isRatherAPlace(talk, words)
                ? Optional.of(answer(talk, words))
                : Optional.empty();
    }

    /// "就在东门那里" is where, whatever it sounds like.
    private boolean isPlaceOnly(String words) {
        if (CALLS.matcher(words).find()) {
            return false;
        }
        var said = scene.understood(words).entities();
        return BarePlace.isAll(words)
                || new Whereabouts(scene).alone(words, said).isPresent();
    }

    /// "3栋旁边的工地" in reply to "where?" is a place, unless we are surer of the danger.
    private boolean isRatherAPlace(Conversation talk, String words) {
        boolean asked = talk.top()
                .filter(form -> form.asks(Need.PLACE) && !form.urgent())
                .isPresent();
        boolean namesPlace = !(in(words) instanceof NothingSaid)
                || new Storey(scene).in(words).isPresent();
        return asked && namesPlace && scene.understood(words).confidence() < Scene.SURE;
    }

    private Turn answer(Conversation talk, String words) {
        return new CryAgain(scene).answer(talk, words).orElseGet(() -> alarm(talk, words, around(words)));
    }

    /// "楼下有人打架": nobody in danger is asked whose.
    private Located around(String words) {
        var said = in(words);
        return said instanceof NothingSaid && BESIDE_HOME.matcher(words).find()
                ? scene.home()
                        .flatMap(new Whereabouts(scene)::building)
                        .<Located>map(it -> new Found(it, ""))
                        .orElse(said)
                : said;
    }

    private Located in(String words) {
        return new Whereabouts(scene).in(words, scene.understood(words).entities());
    }

    /// @param located where it is; of an emergency that was told before, where that is
    Turn alarm(Conversation talk, String words, Located located) {
        var danger = Danger.in(words);
        var place = located instanceof Found found ? found.place() : null;
        var intent = isStillTheSame(talk, located) && isServed(ADDITION) ? ADDITION : Intent.EMERGENCY;
        var next = talk.keepingPictures(List.of())
                .completing(Done.alarmed(scene.now(), place == null ? null : place.id(), danger, talk.done()));
        var news = new TellStaff(scene).emergency(danger, scene.kept(words), place);
        var told = opened(
                        Turn.silent(next),
                        gathered(talk, words, located),
                        intent,
                        say(danger, located, !news.isEmpty()))
                .thenAll(news);
        return place == null ? asking(told, placeForm(words), located) : told;
    }

    /// Of "2单元501着火了" only the building is missing.
    private Form placeForm(String words) {
        var form = new PlaceOfDanger(scene).form();
        var said = scene.understood(words).entities();
        return form.with(form.gathered().knowing(Spoken.withoutPhone(said)));
    }

    private Turn opened(Turn turn, Gathered gathered, Intent intent, Act.Say say) {
        return scene.skills()
                .serving(intent)
                .map(skill -> turn.then(new Act.Perform(skill, request(gathered, intent), say)))
                .orElseGet(() -> turn.then(say));
    }

    /// Where none was said the letter itself has asked for it.
    Turn asking(Turn turn, Form form, Located located) {
        var asked = turn.with(turn.next().opening(form));
        return located instanceof NothingSaid
                ? asked
                : new Ask(scene).on(asked, form, Need.PLACE, located, Ask.Round.FIRST);
    }

    /// What is told of another building is another one: the case of the first stays where it is.
    private boolean isStillTheSame(Conversation talk, Located located) {
        var done = talk.done();
        return done != null
                && done.isFreshEmergency(scene.now())
                && !new PlaceOfDanger(scene).isElsewhere(talk, located);
    }

    private boolean isServed(Intent intent) {
        return scene.skills().serving(intent).isPresent();
    }

    private Gathered gathered(Conversation talk, String words, Located located) {
        var said = scene.understood(words).entities();
        var gathered = Gathered.of(scene.key())
                .saying(scene.kept(words))
                .showing(talk.pictures())
                .knowing(scene.inGroup() ? Spoken.withoutPhone(said) : said);
        return located instanceof Found(Place place, String detail) ? gathered.at(place, detail) : gathered;
    }

    /// @param told whether staff is
    Act.Say say(Danger danger, Located located, boolean told) {
        var facts = new HashMap<String, String>();
        facts.put("told", told ? "yes" : "no");
        facts.put("danger", danger.name());
        facts.put("ask", located instanceof NothingSaid ? "yes" : "no");
        facts.put(
                "place",
                located instanceof Found(Place place, String _) ? scene.map().display(place) : "");
        return new Act.Say("emergency", Map.copyOf(facts));
    }

    private Request request(Gathered gathered, Intent intent) {
        return gathered.about(intent)
                .request(intent, scene.speaker(), scene.map(), scene.at())
                .ofEmergency();
    }
}
