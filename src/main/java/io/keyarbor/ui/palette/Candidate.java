package io.keyarbor.ui.palette;

import io.keyarbor.template.Summary;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.vault.CredentialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A credential with the texts that the palette looks through, the weightiest first. Immutable. */
final class Candidate {
  private final Entry entry;
  private final String account;
  private final List<Text> texts;
  private final long mask;

  /** One of its texts, and how much a word counts there. */
  private record Text(Part part, String shown, Folded folded) {
    int weighed(int score) {
      return score * part.weight / Part.NAME.weight;
    }
  }

  /** Where a word can be found, and how much it counts there. */
  enum Part {
    NAME(8),
    ACCOUNT(6),
    SERVICE(6),
    TAG(5);

    private final int weight;

    Part(int weight) {
      this.weight = weight;
    }
  }

  /** Where a word is found best, and how well: more than {@link Fuzzy#NONE} if at all. */
  record Found(Part part, String shown, Folded folded, int score) {}

  private Candidate(Entry entry, String account, List<Text> texts) {
    this.entry = entry;
    this.account = account;
    this.texts = texts;
    long all = 0;
    for (Text text : texts) {
      all |= text.folded().mask();
    }
    mask = all;
  }

  /** Works out what is compared. Any thread. */
  static Candidate of(Entry entry) {
    String account =
        entry.template().map(t -> Summary.of(t, entry.credential().details().fields())).orElse("");
    List<Text> texts = new ArrayList<>();
    add(texts, Part.NAME, entry.credential().details().name());
    add(texts, Part.ACCOUNT, account);
    add(texts, Part.SERVICE, entry.serviceName());
    entry.credential().details().tags().stream().sorted().forEach(tag -> add(texts, Part.TAG, tag));
    return new Candidate(entry, account, List.copyOf(texts));
  }

  private static void add(List<Text> texts, Part part, String shown) {
    if (!shown.isBlank()) {
      texts.add(new Text(part, shown, Folded.of(shown)));
    }
  }

  /** That of the same credential now; its texts are kept if they did not change. */
  Candidate with(Entry now) {
    boolean same =
        entry.credential().details().equals(now.credential().details())
            && entry.template().equals(now.template());
    return same ? new Candidate(now, account, texts) : of(now);
  }

  Entry entry() {
    return entry;
  }

  CredentialId id() {
    return entry.id();
  }

  String name() {
    return entry.credential().details().name();
  }

  boolean isFavourite() {
    return entry.credential().details().favourite();
  }

  /** Account or host, as the template composes it. */
  String account() {
    return account;
  }

  /** How well all words fit; {@link Fuzzy#NONE} if one of them does not. */
  int score(List<Folded> words, Fuzzy fuzzy) {
    int sum = 0;
    for (Folded word : words) {
      if ((word.mask() & ~mask) != 0) {
        return Fuzzy.NONE;
      }
      int best = Fuzzy.NONE;
      for (Text text : texts) {
        best = Math.max(best, score(word, text, best, fuzzy));
      }
      if (best == Fuzzy.NONE) {
        return Fuzzy.NONE;
      }
      sum += best;
    }
    return sum;
  }

  /**
   * How well a word fits that text; may be {@link Fuzzy#NONE} where it cannot beat {@code best}.
   */
  private static int score(Folded word, Text text, int best, Fuzzy fuzzy) {
    boolean hopeless =
        (word.mask() & ~text.folded().mask()) != 0
            || text.weighed(Fuzzy.most(word.length())) <= best;
    return hopeless ? Fuzzy.NONE : text.weighed(fuzzy.score(word, text.folded()));
  }

  /** Where that word fits best; empty if nowhere. */
  Optional<Found> find(Folded word, Fuzzy fuzzy) {
    int best = Fuzzy.NONE;
    Optional<Found> found = Optional.empty();
    for (Text text : texts) {
      int score = score(word, text, best, fuzzy);
      if (score > best) {
        best = score;
        found = Optional.of(new Found(text.part(), text.shown(), text.folded(), score));
      }
    }
    return found;
  }
}
