package fr.tocsin.pages;

import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class AssetController {

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    /// Where browsers and feed readers look without asking the page.
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(assets.url("tocsin.svg")))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .build();
    }

    @GetMapping("/assets/{*name}")
    ResponseEntity<Resource> asset(@PathVariable String name) {
        var file = assets.file(name.substring(1));
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(
                        MediaTypeFactory.getMediaType(name)
                                .orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(file);
    }
}
