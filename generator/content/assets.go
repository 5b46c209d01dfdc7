package content

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"anju/generator/diag"
	"anju/generator/picture"
)

// Asset is a file beside ID/index.md.
type Asset struct {
	File    string       // relative to the source folder
	Picture picture.Info // zero for what is no picture
}

// Name is what a text calls the asset: the name of its file.
func (a Asset) Name() string { return path.Base(a.File) }

// IsPicture reports whether the asset is shown, not downloaded.
func (a Asset) IsPicture() bool { return slices.Contains(pictureTypes, ending(a.File)) }

// Asset is the file of that name beside the entry.
func (h *Head) Asset(name string) (Asset, bool) {
	at := slices.IndexFunc(h.Assets, func(a Asset) bool { return a.Name() == name })
	if at < 0 {
		return Asset{}, false
	}
	return h.Assets[at], true
}

var (
	pictureTypes = []string{".jpg", ".jpeg", ".png", ".webp", ".gif"}
	// refusedTypes are of pictures that editors have and browsers or readers
	// cannot use.
	refusedTypes = []string{".svg", ".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff"}
	// assetTypes are of all files that are looked at beside an index.md.
	assetTypes = slices.Concat(pictureTypes, refusedTypes, []string{".pdf"})
)

// ending is how the name of a file ends, in lower case.
func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// What can be wrong with a picture.
var (
	codePictureType  = diag.New("content/picture-type", "网页上不用 %s 这种图片", "pictures of the type %s are not published")
	codePictureBytes = diag.New("content/picture-large", "图片有 %d 字节，超过 10 MB", "the picture has %d bytes, more than 10 MB")
	codePictureSize  = diag.New("content/picture-large", "图片有 %d×%d 像素，打开它要 %d MB 内存；最多 %d MB，一边最多 %d 像素", "the picture has %d×%d pixels and takes %d MB of memory to open; at most %d MB, and %d pixels on a side")
	codeNoPicture    = diag.New("content/picture-unreadable", "这个文件不是图片，或者坏了", "this file is no picture, or broken")
	codeMisnamed     = diag.New("content/picture-unreadable", "文件名说是 %s，里面是 %s", "the name says %s, the file is %s")
	codeAssetName    = diag.New("content/asset-name", "文件名 %q 里有空格、括号或别的符号", "the file name %q holds spaces, brackets or other signs")
	codeAnimated     = diag.New("content/picture-type", "网页上不用会动的 WebP 图片", "animated WebP pictures are not published")
	codeAssetLong    = diag.New("content/asset-name", "文件名太长：后缀以外有 %d 字节，最多 %d 字节", "the file name is too long: %d bytes before its ending, at most %d")
	codeAssetTwice   = diag.New("content/asset-name", "这个名字和 %s 分不清", "the name can be confused with %s")
	codePictureFile  = diag.New("content/picture-file", "条目的文件夹里没有图片 %q", "there is no picture %q beside the entry")
)

var (
	hintPhone = diag.Text{
		Zh: "导出成 JPEG 再放进来：苹果手机在“设置 → 相机 → 格式”里选“兼容性最佳”，或者用微信、邮件把照片发给自己，收到的就是 JPEG",
		En: "export it as JPEG: on an iPhone choose Settings, Camera, Formats, Most Compatible, or mail the photograph to yourself",
	}
	hintSVG     = diag.Text{Zh: "SVG 里可以带程序，不发布。用浏览器打开它，截图存成 PNG，宽 1440 像素以上", En: "an SVG file can hold a program. Open it in a browser and save a picture of it as PNG, at least 1440 pixels wide"}
	hintConvert = diag.Text{Zh: "用看图软件“另存为”JPEG（照片）或 PNG（图表）", En: "save it as JPEG (a photograph) or PNG (a drawing)"}
	hintSmaller = diag.Text{Zh: "用看图软件把宽度改成 3000 像素以内，再存一次；网页最多用 1440 像素", En: "make it at most 3000 pixels wide and save it again; pages show at most 1440"}
	hintReduce  = diag.Text{
		Zh: "用看图软件缩小到 600 万像素以内（例如 3000×2000），每个通道 8 位，再存一次；网页最多用 1440 像素宽",
		En: "make it smaller than 6 million pixels, such as 3000×2000, with 8 bits for each channel, and save it again; pages show at most 1440 pixels across",
	}
	hintAnimated  = diag.Text{Zh: "打开它，截一张图存成 PNG；要给人看动画，正文里写视频网站的链接", En: "open it and save a picture of it as PNG; to show it move, link to a site of videos"}
	hintShortName = diag.Text{Zh: "起个短名字，十来个字就够：一个汉字算 3 字节；正文里的名字也跟着改", En: "give it a short name: a Chinese character counts as 3 bytes; in the text too"}
	hintNoPicture = diag.Text{Zh: "用看图软件打开看看；打得开，就另存为 JPEG 或 PNG；打不开，重新传一次", En: "open it in a viewer: if that works, save it as JPEG or PNG; if not, fetch it again"}
	hintMisnamed  = diag.Text{Zh: "改名为 %s，正文里的名字也跟着改", En: "rename it to %s, in the text too"}
	hintAssetName = diag.Text{Zh: "只用汉字、字母、数字、连字符和下划线，例如 nanmen.jpg，正文里的名字也跟着改", En: "use letters, digits, hyphens and underscores, like south-gate.jpg, in the text too"}
	hintTwice     = diag.Text{Zh: "给其中一个换个名字：只差大小写或后缀的两个名字，在有的电脑上是同一个文件，人也容易看错", En: "rename one of them: names that differ in case or ending only are one file on some computers, and easily confused"}
	hintNeedsBox  = diag.Text{Zh: "把图片放在条目自己的文件夹里，和 index.md 一起", En: "put the picture into the entry's own folder, beside index.md"}
)

var assetName = regexp.MustCompile(`^[\p{Han}A-Za-z0-9][\p{Han}A-Za-z0-9_-]*\.[A-Za-z]+$`)

// inspect looks at the files beside an entry. What is wrong with one of them
// leaves its Picture empty.
func inspect(fsys fs.FS, names []string) (assets []Asset, list diag.List) {
	seen := map[string]string{} // stem in lower case → name of the picture
	for _, file := range names {
		a, base := Asset{File: file}, path.Base(file)
		at := diag.Pos{File: file}
		if !assetName.MatchString(base) {
			list = append(list, codeAssetName.At(at, base).Hinted(hintAssetName))
		}
		if ending(base) != ".pdf" {
			var found diag.List
			a.Picture, found = look(fsys, file)
			list = append(list, found...)
			stem := strings.ToLower(strings.TrimSuffix(base, path.Ext(base)))
			if n := len(base) - len(path.Ext(base)); n > picture.MaxStem {
				list = append(list, codeAssetLong.At(at, n, picture.MaxStem).Hinted(hintShortName))
			}
			if first, taken := seen[stem]; taken {
				list = append(list, codeAssetTwice.At(at, first).Hinted(hintTwice))
			}
			seen[stem] = base
		}
		assets = append(assets, a)
	}
	return assets, list
}

// look reads the head of one picture.
func look(fsys fs.FS, file string) (picture.Info, diag.List) {
	at := diag.Pos{File: file}
	switch ext := ending(file); {
	case ext == ".svg":
		return picture.Info{}, diag.List{codePictureType.At(at, ext).Hinted(hintSVG)}
	case ext == ".heic" || ext == ".heif":
		return picture.Info{}, diag.List{codePictureType.At(at, ext).Hinted(hintPhone)}
	case slices.Contains(refusedTypes, ext):
		return picture.Info{}, diag.List{codePictureType.At(at, ext).Hinted(hintConvert)}
	}
	info, err := fs.Stat(fsys, file)
	if err == nil && info.Size() > picture.MaxBytes {
		return picture.Info{}, diag.List{codePictureBytes.At(at, info.Size()).Hinted(hintSmaller)}
	}
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return picture.Info{}, diag.List{notRead(at, err)}
	}
	return judge(file, data)
}

// judge holds the bytes of a picture against its name and against the limits.
func judge(file string, data []byte) (picture.Info, diag.List) {
	at := diag.Pos{File: file}
	info, err := picture.Inspect(data)
	switch {
	case errors.Is(err, picture.ErrSize):
		return picture.Info{}, diag.List{codePictureSize.At(at, info.Width, info.Height, info.Memory()/1e6, int(picture.MaxMemory/1e6), picture.MaxSide).Hinted(hintReduce)}
	case errors.Is(err, picture.ErrForeign):
		return picture.Info{}, diag.List{codePictureType.At(at, "HEIC").Hinted(hintPhone)}
	case errors.Is(err, picture.ErrAnimated):
		return picture.Info{}, diag.List{codeAnimated.At(at).Hinted(hintAnimated)}
	case err != nil:
		return picture.Info{}, diag.List{codeNoPicture.At(at).Hinted(hintNoPicture)}
	}
	ext := ending(file)
	if meant := "." + strings.Replace(info.Format, "jpeg", "jpg", 1); meant != strings.Replace(ext, "jpeg", "jpg", 1) {
		name := strings.TrimSuffix(path.Base(file), path.Ext(file)) + meant
		return picture.Info{}, diag.List{codeMisnamed.At(at, ext, meant).Hinted(hintMisnamed.With(diag.Text{Zh: name, En: name}))}
	}
	return info, nil
}

// checkPicture finds the leading picture beside its entry.
func checkPicture(h *Head, doc document) diag.List {
	if h.Picture == nil || h.Picture.File == "" {
		return nil
	}
	if a, ok := h.Asset(h.Picture.File); ok && a.IsPicture() {
		return nil
	}
	var names []string
	for _, a := range h.Assets {
		if a.IsPicture() {
			names = append(names, a.Name())
		}
	}
	at := doc.At("picture", "file")
	return diag.List{codePictureFile.At(at, h.Picture.File).Hinted(hintNeedsBox).Hinted(diag.DidYouMean(h.Picture.File, names))}
}
