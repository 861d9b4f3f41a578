package fr.tocsin.channels.x;

import com.twitter.twittertext.TwitterTextParser;
import fr.tocsin.wording.Measure;

/// X's weighted length (twitter-text configuration v3): Latin and its punctuation weigh one, all
/// else and every emoji sequence two, every address 23; counted after NFC.
///
/// @param limit 280 for accounts that pay nothing
record XMeasure(int limit) implements Measure {

    @Override
    public Count count(String text) {
        return new Count(TwitterTextParser.parseTweet(text).weightedLength, limit);
    }
}
