package org.linli.dialogue.deciding;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Done;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Hears that the place of what was just reported was wrong or not exact: "不，4栋", "不对，是302", "3单元的".
record CorrectDone(Scene scene) {

    /// What is to be done, and where it really is.
    record Corrected(Intent intent, Located place) {}

    private static final Intent ADDITION = new Intent("case.add");
    private static final Intent CORRECTION = new Intent("case.correct");

    /// A unit, a floor or a room and nothing else but how to reach whoever lives there.
    private static final Pattern BARE_PART = Pattern.compile(
            "(?:是|就是|在|应该是|我家是|具体是?)?(?:第?[0-9一二三四五六七八九十]{1,4}(?:单元|门|层|楼|室|户)?[-\\s，,]*)+(?:的|那边|这边|那里|里|啊|哦|呀|吧|哈)*[。.!！~～\\s]*"
                    + "(?:[，,\\s]*我?的?(?:电话|手机|联系方式)号?码?(?:是|[:：])*\\s*1[0-9]{10}[。.!！~～\\s]*)?");

    /// Empty where nothing was reported lately, or the words are about something else.
    Optional<Corrected> of(Conversation talk, String words) {
        var done = talk.done();
        var said = scene.understood(words).entities();
        boolean corrects = done != null
                && done.isOfCase()
                && said.namesPlace()
                && isServed(ADDITION)
                && (isCorrection(done, words) || isMoreExact(done, words, said));
        return corrects ? Optional.of(new Corrected(intent(), located(words, said, done))) : Optional.empty();
    }

    /// "不好意思，5栋门口垃圾没人收" excuses itself for telling something else.
    private boolean isCorrection(Done done, String words) {
        return Phrases.isCorrection(words)
                && done.isFresh(scene.now())
                && !isOther(done, words, scene.understood(Phrases.withoutCorrection(words)));
    }

    private static boolean isOther(Done done, String words, Understanding meant) {
        return meant.intent().opensCase()
                && meant.confidence() >= Scene.SURE
                && !meant.intent().label().equals(done.label())
                && (new Intent(done.label()).opensCase() || Phrases.isExcuse(words));
    }

    /// Where a building is named as well it may be about anything there.
    private boolean isMoreExact(Done done, String words, Entities said) {
        return scene.addressed()
                && done.isFresh(scene.now())
                && done.place() != null
                && said.building() == null
                && words.length() <= Phrases.LONGEST_SET
                && BARE_PART.matcher(words).matches();
    }

    private Intent intent() {
        return isServed(CORRECTION) ? CORRECTION : ADDITION;
    }

    private Located located(String words, Entities said, @Nullable Done done) {
        var where = new Whereabouts(scene);
        return told(done).map(it -> where.instead(words, said, it)).orElseGet(() -> where.in(words, said));
    }

    private Optional<Place> told(@Nullable Done done) {
        return done == null
                ? Optional.empty()
                : Optional.ofNullable(done.place()).flatMap(it -> scene.map().place(it));
    }

    private boolean isServed(Intent intent) {
        return scene.skills().serving(intent).isPresent();
    }
}
