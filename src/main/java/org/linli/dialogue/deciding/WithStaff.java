package org.linli.dialogue.deciding;

import org.linli.dialogue.asking.TellStaff;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.HandedOver;
/// What is said while a person of the staff has the talk: we are silent, and they read it. Whoever talks into a silence
/// of minutes hears once that they have been told, and what to do when it cannot wait; staff is told once more.

record WithStaff(Scene scene) {

    Turn hears(Conversation talk, String words) {
        var waits = talk.handedOver();
        return scene.addressed() && waits != null && waits.seemsForgotten(scene.now()) && !isContent(words)
                ? toldAgain(talk, waits, words)
                : Turn.silent(talk);
    }

    private static boolean isContent(String words) {
        return Phrases.isPatience(words) || Phrases.isThanks(words) || Phrases.isCancel(words);
    }

    /// Silent where there is nobody who could be told.
    private Turn toldAgain(Conversation talk, HandedOver waits, String words) {
        var news = new TellStaff(scene).wanted(waits.reason(), scene.kept(words));
        return news.isEmpty()
                ? Turn.silent(talk)
                : Turn.silent(talk.hearingOfStaff(scene.now()))
                        .say("waits-for-staff")
                        .thenAll(news);
    }
}
